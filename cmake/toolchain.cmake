# Which compilers are taken, and the options that every translation unit shares. They are the same for all targets on
# purpose: Asio's macros must agree everywhere (asio #1635), and a precompiled header is shared only between equals.

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
    message(FATAL_ERROR
        "GCC ${CMAKE_CXX_COMPILER_VERSION} cannot build Dangol: it destroys some temporaries twice in expressions that "
        "contain co_await (GCC PR 95599, 100611, 107288), which corrupts memory at run time. "
        "Use Clang 19 (`cmake --preset release`, after `script/bootstrap`) or GCC 14 and later.")
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
    message(FATAL_ERROR
        "Clang ${CMAKE_CXX_COMPILER_VERSION} cannot build Dangol: std::expected of libstdc++ needs Clang 19. "
        "Run `script/bootstrap`, then `cmake --preset release`.")
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()

# No NDEBUG in any build: assertions of invariants stay on in release. Frame pointers make profiles readable.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g -fno-omit-frame-pointer")
set(CMAKE_CXX_FLAGS_FUZZ "-O1 -g1 -fno-omit-frame-pointer")   # many tries per second count more than a quick build
# A sanitizer's instrumentation makes optimising most of the build; the tests are hardly slower without it.
if(DANGOL_SANITIZE)
    set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1 -fno-omit-frame-pointer")
endif()

add_compile_options(
    -Wall -Wextra -Wpedantic -Werror
    -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wcast-align
    -Wswitch-enum -Wimplicit-fallthrough)
# -Wnull-dereference is left off: Boost's templates alone raise a dozen reports.
add_compile_definitions(
    _GLIBCXX_ASSERTIONS
    BOOST_ASIO_SEPARATE_COMPILATION     # Asio and Beast are compiled once, in src/adapters/http/asio_impl.cpp
    BOOST_BEAST_SEPARATE_COMPILATION
    BOOST_ASIO_NO_DEPRECATED)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    add_compile_options(-fcolor-diagnostics)
endif()

if(DANGOL_SANITIZE)
    add_compile_options(-fsanitize=${DANGOL_SANITIZE} -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${DANGOL_SANITIZE})
    # Asio reuses the memory of coroutine frames, which hides a use after free from the sanitizer.
    add_compile_definitions(BOOST_ASIO_DISABLE_AWAITABLE_FRAME_RECYCLING)
    if(DANGOL_SANITIZE MATCHES "thread")
        # ThreadSanitizer does not know atomic_thread_fence, which Asio uses in fenced blocks.
        add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            add_compile_options(-Wno-tsan)  # GCC warns of the same fence where Boost uses it.
        endif()
    endif()
endif()

# Profile-guided optimisation, by `script/build profiled`: "collect" makes programs that count what they run; a file of such
# counts makes programs in which what runs often lies together, and only that is inlined.
set(DANGOL_PROFILE "" CACHE STRING "collect, or a file of collected counts")
if(DANGOL_PROFILE STREQUAL "collect")
    add_compile_options(-fprofile-generate)
    add_link_options(-fprofile-generate)
elseif(DANGOL_PROFILE)
    # By another name when it says something else: so that all is compiled again.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${DANGOL_PROFILE})
    file(SHA256 ${DANGOL_PROFILE} profile_hash)
    set(profile ${CMAKE_BINARY_DIR}/${profile_hash}.profdata)
    file(COPY_FILE ${DANGOL_PROFILE} ${profile} ONLY_IF_DIFFERENT)
    # Tests and tools are built as well, and nothing was collected about them.
    add_compile_options(-fprofile-use=${profile} -Wno-profile-instr-unprofiled -Wno-profile-instr-out-of-date
                        -Wno-backend-plugin)
endif()

find_program(DANGOL_LLD NAMES ld.lld-19 ld.lld)
if(DANGOL_LLD AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    add_link_options(-fuse-ld=lld)
endif()
add_link_options(-Wl,--gc-sections)

find_program(DANGOL_CCACHE ccache)
if(DANGOL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # What ccache asks for so that it can be used together with precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${DANGOL_CCACHE})
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
    endif()
endif()
