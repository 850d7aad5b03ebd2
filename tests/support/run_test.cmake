# Runs one test program for ctest. ctest counts a test as skipped whenever a pattern stands in its output, even if
# it failed as well; so the program is judged here first, and the word that ctest looks for is printed only when
# everything else passed. With PLACEWRIGHT_REQUIRE_DATA set, what was skipped for want of data fails.
cmake_minimum_required(VERSION 3.25)

if("$ENV{PLACEWRIGHT_DATA}" STREQUAL "")
    set(ENV{PLACEWRIGHT_DATA} "${defaultData}")
endif()
if(settings)
    file(REMOVE_RECURSE "${settings}")
    set(ENV{XDG_CONFIG_HOME} "${settings}")
endif()

execute_process(COMMAND "${program}" RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output
    ECHO_OUTPUT_VARIABLE ECHO_ERROR_VARIABLE)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed: ${result}")
endif()
string(FIND "${output}" "PLACEWRIGHT_SKIP" skip)
if(NOT skip EQUAL -1)
    if(NOT "$ENV{PLACEWRIGHT_REQUIRE_DATA}" STREQUAL "")
        message(FATAL_ERROR "skipped a test function, and the data was required")
    endif()
    message("PLACEWRIGHT: passed, counted as skipped")
endif()
