# tests/fuzz: a libFuzzer program fuzz_<name> for each <name>.cpp there, with the preset `fuzz` only. They drive the core, the
# runtime and the few files of the adapters that read what comes from outside; nothing else is built for them.

function(dangol_add_fuzz_programs)
    set(adapters ${CMAKE_SOURCE_DIR}/src/adapters)
    set(parts)
    foreach(name IN ITEMS asio_impl client_address header_values incoming target wire)
        list(APPEND parts ${adapters}/http/${name}.cpp)
    endforeach()
    foreach(name IN ITEMS base64url es256_tokens service_tokens signing_key verified_cache)
        list(APPEND parts ${adapters}/tokens/${name}.cpp)
    endforeach()
    list(APPEND parts ${adapters}/kafka/message.cpp
        ${adapters}/web/digest.cpp ${adapters}/web/negotiation.cpp ${adapters}/web/picture_store.cpp)
    dangol_add_heavy_pch()
    dangol_add_library(dangol_fuzz_parts SOURCES ${parts}
        LINKS dangol_runtime Boost::url OpenSSL::Crypto PkgConfig::rdkafka Threads::Threads PCH heavy)
    set_source_files_properties(${adapters}/http/asio_impl.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)

    add_custom_target(fuzz_programs)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*.cpp)
    foreach(source IN LISTS sources)
        get_filename_component(name ${source} NAME_WE)
        add_executable(fuzz_${name} ${source})
        target_link_libraries(fuzz_${name} PRIVATE dangol_fuzz_parts)
        target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
        target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR})
        set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/programs)
        dangol_use_pch(fuzz_${name} heavy)
        add_dependencies(fuzz_programs fuzz_${name})
    endforeach()
endfunction()
