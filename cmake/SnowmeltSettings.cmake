# SPDX-License-Identifier: GPL-3.0-or-later
# What every target is compiled with. Included once, from the top.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

option(BUILD_TESTING "Build the tests" ON)
option(SNOWMELT_WERROR "Treat warnings as errors" ON)
set(SNOWMELT_SANITIZE "" CACHE STRING "Comma-separated sanitizers, for instance address,undefined")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough)
if(CMAKE_UNITY_BUILD)
    # A batch is the main file of no class: GCC then warns of what one source keeps to itself.
    add_compile_options(-Wno-subobject-linkage)
endif()
if(SNOWMELT_WERROR)
    add_compile_options(-Werror)
endif()
add_compile_definitions(QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(SNOWMELT_SANITIZE)
    # The checks confuse GCC's flow analysis: it then warns of variables that cannot be read unset.
    add_compile_options(-fsanitize=${SNOWMELT_SANITIZE} -fno-omit-frame-pointer -Wno-maybe-uninitialized)
    add_link_options(-fsanitize=${SNOWMELT_SANITIZE})
endif()
if(SNOWMELT_SANITIZE STREQUAL "thread")
    add_library(snowmelt_unseen_clone OBJECT "${PROJECT_SOURCE_DIR}/tests/support/unseen_clone.cpp")
    set_target_properties(snowmelt_unseen_clone PROPERTIES AUTOMOC OFF AUTORCC OFF UNITY_BUILD OFF)
    target_compile_options(snowmelt_unseen_clone PRIVATE -fno-sanitize=thread)
    link_libraries("$<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:snowmelt_unseen_clone>>")
endif()

add_link_options("$<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,SHARED_LIBRARY>:LINKER:--no-undefined>")

find_program(SNOWMELT_CCACHE ccache)
if(SNOWMELT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${SNOWMELT_CCACHE}")
endif()
find_program(SNOWMELT_LLD ld.lld)
if(SNOWMELT_LLD)
    add_link_options(-fuse-ld=lld)
endif()
