# How folders become targets. CMakeLists.txt has the picture.

add_library(dangol_headers INTERFACE)   # "core/money.hpp" and header-only Boost: all that a domain may see
target_include_directories(dangol_headers INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(dangol_headers INTERFACE Boost::headers)

# What the scripts build: all programs, the test programs by label, and those of them that start threads (for TSan).
add_custom_target(programs)
add_custom_target(unit_tests)
add_custom_target(integration_tests)
add_custom_target(distributed_tests)
add_custom_target(threaded_tests)

# ---- precompiled headers -------------------------------------------------------------------------------------------

# A library whose only purpose is to own the precompiled header `cmake/pch_<name>.hpp`.
function(dangol_add_pch name)
    if(NOT DANGOL_PCH OR TARGET dangol_pch_${name})
        return()
    endif()
    set(source ${CMAKE_BINARY_DIR}/generated/pch_${name}.cpp)
    if(NOT EXISTS ${source})
        file(WRITE ${source} "// Owns a precompiled header.\n")
    endif()
    add_library(dangol_pch_${name} OBJECT ${source})
    target_link_libraries(dangol_pch_${name} PRIVATE dangol_headers fmt::fmt ${ARGN})
    target_precompile_headers(dangol_pch_${name} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch_${name}.hpp)
endfunction()

# A precompiled header fits only where it meets the same macros; a domain library does not get fmt's by linking.
function(dangol_use_pch target name)
    if(DANGOL_PCH)
        target_precompile_headers(${target} REUSE_FROM dangol_pch_${name})
        target_compile_definitions(${target} PRIVATE $<TARGET_PROPERTY:fmt::fmt,INTERFACE_COMPILE_DEFINITIONS>)
    endif()
endfunction()

dangol_add_pch(light)

macro(dangol_add_heavy_pch)
    dangol_add_pch(heavy Boost::json Boost::url)
endmacro()

# ---- helpers -------------------------------------------------------------------------------------------------------

# The sources below `folder`, without tests. RECURSE looks into subfolders, except those named after EXCEPT.
function(dangol_sources result folder)
    cmake_parse_arguments(arg "RECURSE" "" "EXCEPT" ${ARGN})
    set(glob GLOB)
    if(arg_RECURSE)
        set(glob GLOB_RECURSE)
    endif()
    file(${glob} found CONFIGURE_DEPENDS ${folder}/*.cpp)
    list(FILTER found EXCLUDE REGEX "(_test|_benchmark)\\.cpp$")
    foreach(name IN LISTS arg_EXCEPT)
        list(FILTER found EXCLUDE REGEX "^${folder}/${name}/")
    endforeach()
    set(${result} ${found} PARENT_SCOPE)
endfunction()

# A static library from `sources`, or an interface library when there are none.
function(dangol_add_library target)
    cmake_parse_arguments(arg "" "PCH" "SOURCES;LINKS" ${ARGN})
    if(arg_SOURCES)
        add_library(${target} STATIC ${arg_SOURCES})
        target_link_libraries(${target} PUBLIC ${arg_LINKS})
        if(arg_PCH)
            dangol_use_pch(${target} ${arg_PCH})
        endif()
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE ${arg_LINKS})
    endif()
endfunction()

function(dangol_folders result parent)
    file(GLOB found LIST_DIRECTORIES true CONFIGURE_DEPENDS RELATIVE ${parent} ${parent}/*)
    set(folders)
    foreach(name IN LISTS found)
        file(GLOB_RECURSE files CONFIGURE_DEPENDS ${parent}/${name}/*.cpp ${parent}/${name}/*.hpp)
        if(IS_DIRECTORY ${parent}/${name} AND files)
            list(APPEND folders ${name})
        endif()
    endforeach()
    set(${result} ${folders} PARENT_SCOPE)
endfunction()

# ---- libraries -----------------------------------------------------------------------------------------------------

function(dangol_add_core)
    dangol_sources(sources ${CMAKE_SOURCE_DIR}/src/core RECURSE)
    # Only the calendar sees the tz library's headers: what they define would not fit the precompiled header.
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/core/calendar.cpp PROPERTIES
        SKIP_PRECOMPILE_HEADERS ON
        COMPILE_DEFINITIONS "$<TARGET_PROPERTY:date::date-tz,INTERFACE_COMPILE_DEFINITIONS>;$<TARGET_PROPERTY:date::date,INTERFACE_COMPILE_DEFINITIONS>")
    dangol_add_library(dangol_core
        SOURCES ${sources} LINKS dangol_headers Boost::json fmt::fmt $<LINK_ONLY:date::date-tz> $<LINK_ONLY:simdjson::simdjson> PCH light)
endfunction()

function(dangol_add_runtime)
    dangol_sources(sources ${CMAKE_SOURCE_DIR}/src/runtime RECURSE)
    dangol_add_library(dangol_runtime SOURCES ${sources} LINKS dangol_core Threads::Threads PCH light)
endfunction()

function(dangol_add_contexts)
    add_library(dangol_contexts INTERFACE)
    dangol_folders(contexts ${CMAKE_SOURCE_DIR}/src/contexts)
    foreach(name IN LISTS contexts)
        set(folder ${CMAKE_SOURCE_DIR}/src/contexts/${name})
        dangol_sources(domain ${folder}/domain RECURSE)
        dangol_add_library(dangol_${name}_domain SOURCES ${domain} LINKS dangol_headers PCH light)
        if(domain)
            add_executable(${name}_domain_links_core_only ${CMAKE_SOURCE_DIR}/cmake/domain_check.cpp)
            target_link_libraries(${name}_domain_links_core_only PRIVATE
                -Wl,--no-gc-sections -Wl,--whole-archive dangol_${name}_domain -Wl,--no-whole-archive dangol_core)
            set_target_properties(${name}_domain_links_core_only PROPERTIES
                RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/checks)
        endif()
        dangol_sources(sources ${folder} RECURSE EXCEPT domain)
        dangol_add_library(dangol_${name} SOURCES ${sources} LINKS dangol_${name}_domain dangol_runtime PCH light)
        target_link_libraries(dangol_contexts INTERFACE dangol_${name})
    endforeach()
    set_property(GLOBAL PROPERTY DANGOL_CONTEXTS ${contexts})
endfunction()

# Reads the tables dangol_adapter_links_<name> and dangol_adapter_embeds_<name> (cmake/adapters.cmake).
function(dangol_add_adapters)
    add_library(dangol_adapters INTERFACE)
    dangol_folders(adapters ${CMAKE_SOURCE_DIR}/src/adapters)
    foreach(name IN LISTS adapters)
        dangol_sources(sources ${CMAKE_SOURCE_DIR}/src/adapters/${name} RECURSE)
        set(assets)
        if(dangol_adapter_embeds_${name})
            dangol_embed(assets adapters/${name} ${dangol_adapter_embeds_${name}})
        endif()
        set(links ${dangol_adapter_links_${name}})
        if(NOT http IN_LIST adapters)
            list(REMOVE_ITEM links dangol_adapter_http)
        endif()
        set(pch light)
        if(name IN_LIST dangol_heavy_adapters)
            dangol_add_heavy_pch()
            set(pch heavy)
        endif()
        dangol_add_library(dangol_adapter_${name}
            SOURCES ${sources} ${assets} LINKS dangol_contexts dangol_runtime ${links} PCH ${pch})
        if(assets)
            target_include_directories(dangol_adapter_${name} PUBLIC ${CMAKE_BINARY_DIR}/generated)
        endif()
        target_link_libraries(dangol_adapters INTERFACE dangol_adapter_${name})
        # Asio and Beast are compiled here once, with all that the precompiled header of the others leaves out.
        foreach(source IN LISTS sources)
            if(source MATCHES "/asio_impl\\.cpp$")
                set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
            endif()
        endforeach()
    endforeach()
    set_property(GLOBAL PROPERTY DANGOL_ADAPTERS ${adapters})
endfunction()

# What plays people: it speaks HTTP from outside in most of its files.
function(dangol_add_traffic)
    set(folder ${CMAKE_SOURCE_DIR}/src/traffic)
    dangol_sources(sources ${folder} RECURSE)
    if(NOT sources)
        return()
    endif()
    dangol_embed(assets traffic cafes_json ${folder}/demo/cafes.json)
    dangol_add_heavy_pch()
    dangol_add_library(dangol_traffic
        SOURCES ${sources} ${assets} LINKS dangol_adapters dangol_contexts dangol_runtime CLI11::CLI11 PCH heavy)
    target_include_directories(dangol_traffic PRIVATE ${CMAKE_BINARY_DIR}/generated)
endfunction()

# ---- programs ------------------------------------------------------------------------------------------------------

# The program: what it is wired from, the commands of its administration, and main.cpp.
function(dangol_add_program)
    dangol_sources(sources ${CMAKE_SOURCE_DIR}/src/app RECURSE)
    if(NOT sources)
        return()
    endif()
    dangol_embed(assets app
        openapi_yaml ${CMAKE_SOURCE_DIR}/api/openapi.yaml
        asyncapi_yaml ${CMAKE_SOURCE_DIR}/api/asyncapi.yaml
        api_page ${CMAKE_SOURCE_DIR}/api/index.html
        web_pack ${CMAKE_SOURCE_DIR}/web/dist/web.pack)
    set(links dangol_headers dangol_traffic dangol_adapters dangol_contexts dangol_runtime
        Boost::url CLI11::CLI11 PkgConfig::tomlplusplus spdlog::spdlog)

    dangol_add_library(dangol_app SOURCES ${sources} ${assets} LINKS ${links} PCH light)
    target_include_directories(dangol_app PUBLIC ${CMAKE_BINARY_DIR}/generated)
    dangol_sources(admin ${CMAKE_SOURCE_DIR}/src/admin RECURSE)
    dangol_add_library(dangol_admin SOURCES ${admin} LINKS dangol_app PCH light)
    add_executable(dangol ${CMAKE_SOURCE_DIR}/src/main.cpp)
    # Replaces malloc where no sanitizer does; first, so that it comes before libc.
    if(DANGOL_SANITIZE STREQUAL "")
        target_link_libraries(dangol PRIVATE mimalloc)
        target_link_options(dangol PRIVATE LINKER:--no-as-needed)
    endif()
    target_link_libraries(dangol PRIVATE dangol_admin)
    dangol_use_pch(dangol light)
    add_dependencies(programs dangol)
endfunction()

# The deterministic simulation, and a second one that has the deliberate bugs which it must catch
# (src/runtime/deliberate_bugs.hpp); DANGOL_BUG switches one on. Only the .cpp files of the runtime and the contexts that
# mention a bug are compiled again for it, and being objects they win over the same file in the library.
function(dangol_add_simulation)
    set(folder ${CMAKE_SOURCE_DIR}/tests/simulation)
    dangol_sources(sources ${folder})
    if(NOT sources)
        return()
    endif()
    set(links dangol_adapters dangol_contexts dangol_runtime CLI11::CLI11)
    add_library(dangol_simulation OBJECT ${sources})
    target_link_libraries(dangol_simulation PUBLIC ${links})
    target_include_directories(dangol_simulation PUBLIC ${CMAKE_SOURCE_DIR})
    dangol_use_pch(dangol_simulation light)
    add_executable(dangol-simulate)
    target_link_libraries(dangol-simulate PRIVATE dangol_simulation)
    add_dependencies(programs dangol-simulate)
    if(NOT DANGOL_DELIBERATE_BUGS)
        return()
    endif()
    file(GLOB_RECURSE candidates CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/runtime/*.cpp
        ${CMAKE_SOURCE_DIR}/src/contexts/*.cpp)
    set(buggy)
    foreach(source IN LISTS candidates)
        file(STRINGS ${source} mentions REGEX "deliberate_bug::" LIMIT_COUNT 1)
        if(mentions)
            list(APPEND buggy ${source})
        endif()
    endforeach()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${buggy})
    add_executable(dangol-simulate-buggy ${buggy})
    target_compile_definitions(dangol-simulate-buggy PRIVATE DANGOL_DELIBERATE_BUGS=1)
    target_link_libraries(dangol-simulate-buggy PRIVATE dangol_simulation)
    dangol_use_pch(dangol-simulate-buggy light)
    add_dependencies(programs dangol-simulate-buggy)
endfunction()

# ---- tests ---------------------------------------------------------------------------------------------------------

# What a test itself does need not be fast: optimising it was a fifth of a clean build. What it tests stays optimised.
function(dangol_compile_quickly target)
    target_compile_options(${target} PRIVATE -O0)
endfunction()

# The test program `name` from all *_test.cpp below the folders, if there are any.
function(dangol_add_test_program name)
    cmake_parse_arguments(arg "" "LABEL" "FOLDERS;SOURCES;LINKS" ${ARGN})
    set(sources ${arg_SOURCES})
    foreach(folder IN LISTS arg_FOLDERS)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS ${folder}/*_test.cpp)
        list(APPEND sources ${found})
    endforeach()
    if(NOT sources)
        return()
    endif()
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE
        ${arg_LINKS} dangol_test_support rapidcheck rapidcheck_gtest GTest::gmock GTest::gtest GTest::gtest_main)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    dangol_compile_quickly(${name})
    dangol_use_pch(${name} test)
    gtest_discover_tests(${name} TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
        PROPERTIES LABELS ${arg_LABEL} TIMEOUT 300)
    add_dependencies(${arg_LABEL}_tests ${name})
    # librdkafka starts its threads by thrd_create, which ThreadSanitizer does not know: it crashes in them.
    if(name MATCHES "^(runtime_test|adapter_.*|conformance_test)$" AND NOT name STREQUAL "adapter_kafka_test")
        add_dependencies(threaded_tests ${name})
    endif()
endfunction()

function(dangol_add_tests)
    include(GoogleTest)
    dangol_add_pch(test rapidcheck rapidcheck_gtest GTest::gmock GTest::gtest)
    if(TARGET dangol_pch_test)
        dangol_compile_quickly(dangol_pch_test)
    endif()
    set(src ${CMAKE_SOURCE_DIR}/src)
    set(tests ${CMAKE_SOURCE_DIR}/tests)

    dangol_sources(support ${tests}/support RECURSE)
    dangol_add_library(dangol_test_support SOURCES ${support} LINKS dangol_runtime PCH light)
    target_include_directories(dangol_test_support INTERFACE ${CMAKE_SOURCE_DIR})

    dangol_add_test_program(core_test LABEL unit FOLDERS ${src}/core LINKS dangol_core)
    dangol_add_test_program(runtime_test LABEL unit FOLDERS ${src}/runtime LINKS dangol_runtime)
    # The example of docs/adding-a-command.md.
    file(GLOB_RECURSE guide CONFIGURE_DEPENDS ${tests}/guide/*.cpp)
    dangol_add_test_program(guide_test LABEL unit SOURCES ${guide} LINKS dangol_runtime dangol_adapter_memory)
    get_property(contexts GLOBAL PROPERTY DANGOL_CONTEXTS)
    foreach(name IN LISTS contexts)
        # The tests of a whole context run it on adapters that need no other process.
        dangol_add_test_program(${name}_test LABEL unit FOLDERS ${src}/contexts/${name}
            LINKS dangol_${name} dangol_adapter_memory dangol_adapter_tokens dangol_adapter_sandbox_provider)
    endforeach()
    get_property(adapters GLOBAL PROPERTY DANGOL_ADAPTERS)
    foreach(name IN LISTS adapters)
        dangol_add_test_program(adapter_${name}_test LABEL unit
            FOLDERS ${src}/adapters/${name}
            LINKS dangol_adapter_${name} dangol_adapters ${dangol_adapter_test_links_${name}})
    endforeach()
    if(TARGET dangol_traffic)
        dangol_add_test_program(traffic_test LABEL unit FOLDERS ${src}/traffic LINKS dangol_traffic)
    endif()
    if(TARGET dangol_app)
        dangol_add_test_program(app_test LABEL unit FOLDERS ${src}/app LINKS dangol_app)
    endif()
    if(TARGET dangol_simulation)
        dangol_add_test_program(simulation_test LABEL integration
            FOLDERS ${tests}/simulation LINKS dangol_adapters dangol_contexts dangol_runtime)
    endif()
    file(GLOB_RECURSE conformance CONFIGURE_DEPENDS ${tests}/conformance/*.cpp)
    dangol_add_test_program(conformance_test LABEL integration
        SOURCES ${conformance} LINKS dangol_adapters dangol_contexts dangol_runtime)

    # The same conformance suites, instantiated for servers that tests/distributed starts.
    dangol_sources(suites ${tests}/conformance)
    dangol_sources(servers ${tests}/distributed RECURSE)
    dangol_add_test_program(distributed_conformance_test LABEL distributed
        FOLDERS ${tests}/distributed SOURCES ${suites} ${servers} LINKS dangol_adapters dangol_contexts dangol_runtime)
endfunction()

# Micro-benchmarks: all *_benchmark.cpp in src and bench, in one program that is built on request only.
function(dangol_add_benchmarks)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/src/*_benchmark.cpp ${CMAKE_SOURCE_DIR}/bench/*_benchmark.cpp)
    if(NOT sources)
        return()
    endif()
    find_package(benchmark REQUIRED)
    add_executable(dangol-microbench EXCLUDE_FROM_ALL ${sources})
    target_link_libraries(dangol-microbench PRIVATE
        dangol_traffic dangol_adapters dangol_contexts dangol_runtime benchmark::benchmark benchmark::benchmark_main)
    dangol_use_pch(dangol-microbench light)
endfunction()
