# SPDX-License-Identifier: GPL-3.0-or-later

# snowmelt_room(NAME [DEPENDS targets...] [PRIVATE targets...])
#
# One library per room, Snowmelt::NAME, from the *.cpp and *.h of this folder and of the folders below it that
# have no CMakeLists.txt of their own. Includes are written from the top of the tree; a room links only what it may
# know, so a forbidden include fails at link time, and tests/architecture reads the includes as well. The presets that
# test link rooms as shared libraries: two hundred programs that carry them whole take thirty gigabytes under a
# sanitizer, and half of the time goes into linking. What is installed is one program.
function(snowmelt_room name)
    cmake_parse_arguments(ROOM "NO_RECURSE" "" "DEPENDS;PRIVATE" ${ARGN})
    if(ROOM_NO_RECURSE)
        file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    else()
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    endif()
    add_library(snowmelt_${name} ${sources})
    set_target_properties(snowmelt_${name} PROPERTIES LINKER_LANGUAGE CXX DEFINE_SYMBOL "")
    add_library(Snowmelt::${name} ALIAS snowmelt_${name})
    target_include_directories(snowmelt_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(snowmelt_${name} PUBLIC Qt6::Core ${ROOM_DEPENDS} PRIVATE ${ROOM_PRIVATE})
endfunction()

# snowmelt_test(PATH [LABELS ...] [TIMEOUT seconds] [LOCK name] [LINK targets...])
#
# PATH is the test's source without .cpp, relative to the calling folder: "tst_result". The executable carries the
# folder in its name, so that tests may mirror the source tree without clashing.
function(snowmelt_test path)
    cmake_parse_arguments(T "" "TIMEOUT;LOCK" "LABELS;LINK;ENVIRONMENT;ARGS" ${ARGN})
    file(RELATIVE_PATH here "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
    string(REPLACE "/" "_" prefix "${here}")
    string(REPLACE "tst_" "" short "${path}")
    set(target "tst_${prefix}_${short}")
    add_executable(${target} ${path}.cpp)
    # A test is one source that includes its own moc file: AUTOMOC would take six steps to find that out.
    file(STRINGS ${path}.cpp includes_moc REGEX "^#include \"${path}.moc\"")
    if(includes_moc)
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/${path}.moc")
        qt_generate_moc(${path}.cpp "${moc}")
        target_sources(${target} PRIVATE "${moc}")
    endif()
    set_target_properties(${target} PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    target_link_libraries(${target} PRIVATE Qt6::Test ${T_LINK})
    add_test(NAME "${here}/${short}" COMMAND ${target} ${T_ARGS})
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 120)
    endif()
    if(NOT T_LABELS)
        set(T_LABELS unit)
    endif()
    # A window remembers its settings: each test has its own, or two at once would meet in them.
    if("gui" IN_LIST T_LABELS)
        file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/homes/${target}")
        list(PREPEND T_ENVIRONMENT "HOME=${CMAKE_BINARY_DIR}/homes/${target}")
    endif()
    set_tests_properties("${here}/${short}" PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=*.debug=false;${T_ENVIRONMENT}")
    if(T_LOCK)
        # One after the other, so they take longest: they begin first, and the others run beside them.
        set_tests_properties("${here}/${short}" PROPERTIES RESOURCE_LOCK "${T_LOCK}" COST 1000)
    endif()
endfunction()
