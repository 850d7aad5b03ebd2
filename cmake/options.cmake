# What every target of Placewright is compiled with: link placewright_options.

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Debug CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(PLACEWRIGHT_CCACHE ccache)
if(PLACEWRIGHT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PLACEWRIGHT_CCACHE}")
endif()

# Most of the time of a build goes into reading the headers of Qt and the standard library. Every file still includes what it
# uses: a build with PLACEWRIGHT_PCH=OFF, as the asan preset is, shows it.
option(PLACEWRIGHT_PCH "Precompile the headers of Qt and the standard library" ON)

# placewright_precompile(TARGET header...)
function(placewright_precompile target)
    if(PLACEWRIGHT_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# placewright_precompile_as(TARGET OTHER): what OTHER has precompiled.
function(placewright_precompile_as target other)
    if(PLACEWRIGHT_PCH)
        target_precompile_headers(${target} REUSE_FROM ${other})
    endif()
endfunction()

find_program(PLACEWRIGHT_MOLD mold)
if(PLACEWRIGHT_MOLD AND CMAKE_BUILD_TYPE STREQUAL "Debug"
   AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    add_link_options(-fuse-ld=mold)
endif()

add_library(placewright_options INTERFACE)
target_include_directories(placewright_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(placewright_options INTERFACE
    PLACEWRIGHT_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(MSVC)
    target_compile_options(placewright_options INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus
        $<$<BOOL:${PLACEWRIGHT_WERROR}>:/WX>)
else()
    target_compile_options(placewright_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
        -Wcast-align -Wimplicit-fallthrough
        $<$<BOOL:${PLACEWRIGHT_WERROR}>:-Werror>)
endif()

if(PLACEWRIGHT_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    # GCC's flow warnings misfire in code that the sanitizers have instrumented.
    add_compile_options(-Wno-maybe-uninitialized -Wno-null-dereference)
endif()
