# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a sentence in the sources has no finished translation. Run by ctest, see CMakeLists.txt.

function(check language)
    set(copy "${WORK}/snowmelt_${language}.ts")
    configure_file("${TS_FOLDER}/snowmelt_${language}.ts" "${copy}" COPYONLY)
    execute_process(COMMAND "${LUPDATE}" -silent -no-obsolete -locations none ${ARGN} -I "${SOURCE}" "@${SPOKEN}"
        -ts "${copy}" RESULT_VARIABLE status ERROR_VARIABLE words)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "lupdate failed for ${language}: ${words}")
    endif()
    if(words MATCHES "[^\n]*unknown namespace/class[^\n]*")
        message(FATAL_ERROR "these sentences would not be found at run time: ${CMAKE_MATCH_0}")
    endif()
    file(READ "${copy}" text)
    # A semicolon would split the text into list items.
    string(REPLACE ";" "<semicolon>" text "${text}")
    string(REGEX MATCHALL "<source>" all "${text}")
    list(LENGTH all count)
    if(count EQUAL 0)
        message(FATAL_ERROR "lupdate found no sentence at all for ${language}")
    endif()
    string(REGEX MATCHALL
        "<source>[^<]*(<semicolon>[^<]*)*</source>[ \n]*<translation( type=\"unfinished\"[^>]*>|/>|></translation>|>[ \n]*<numerusform></numerusform>)"
        open "${text}")
    if(open)
        string(REGEX REPLACE "</source>[^;]*" "\n" open "${open}")
        message(FATAL_ERROR "not translated into ${language}:\n${open}")
    endif()
    message(STATUS "${language}: ${count} sentences, all translated")
endfunction()

check(ko)
check(en -pluralonly)
