# SPDX-License-Identifier: GPL-3.0-or-later
# The program itself, as a service or cron job would start it: no session, no display. Nothing but the verb may speak.
# Run by ctest, see CMakeLists.txt.
unset(ENV{XDG_RUNTIME_DIR})
unset(ENV{QT_QPA_PLATFORM})
unset(ENV{DISPLAY})
unset(ENV{WAYLAND_DISPLAY})
set(ENV{XDG_DATA_HOME} "${WORK}/silent")
file(REMOVE_RECURSE "${WORK}/silent")
file(MAKE_DIRECTORY "${WORK}/silent")

function(expect_silence)
    execute_process(COMMAND "${PROGRAM}" ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
    if(NOT status EQUAL 0 OR NOT err STREQUAL "" OR out STREQUAL "")
        message(FATAL_ERROR "snowmelt ${ARGN}: status ${status}\nstdout: ${out}\nstderr: ${err}")
    endif()
endfunction()

set(picture "${WORK}/silent/fleet.svg")
expect_silence(--version)
expect_silence(check --lab)
expect_silence(export -o "${picture}" --lab)
file(READ "${picture}" svg)
if(NOT svg MATCHES "<text")
    message(FATAL_ERROR "the picture has no text: were there fonts?")
endif()
