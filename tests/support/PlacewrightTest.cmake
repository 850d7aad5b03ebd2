# How tests are added. Each QtTest program is one ctest test of the same name.
#
#   placewright_core_test(NAME source... [DATA] [RUNS program...])    links core and nothing above it
#   placewright_ui_test(NAME source... [DATA] [RUNS program...])      links ui; runs offscreen
#
# RUNS names the programs that the test starts (placewright-cli, placewright); it finds their folder in the
# environment variable PLACEWRIGHT_PROGRAMS. DATA gives the label `data` to a test that reads published files
# in the folder named by PLACEWRIGHT_DATA. Where that folder is absent the test function calls
# QSKIP("PLACEWRIGHT_SKIP: ..."); a program that passed but skipped something is counted by ctest as skipped.

set(PLACEWRIGHT_DATA "${PROJECT_SOURCE_DIR}/../shared/data" CACHE PATH
    "Published data files that some tests read; the environment variable of the same name goes before it")

function(placewright_core_test name)
    _placewright_test(${name} placewright::core ${ARGN})
endfunction()

function(placewright_ui_test name)
    _placewright_test(${name} placewright::ui ${ARGN})
    set_property(TEST ${name} APPEND PROPERTY LABELS ui)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
        QT_QPA_PLATFORM=offscreen
        QT_SCALE_FACTOR=1)
endfunction()

# No test, but a check of the sources: who includes whom.
function(placewright_layer_test)
    get_target_property(coreHeaders Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
    get_target_property(sqlHeaders Qt6::Sql INTERFACE_INCLUDE_DIRECTORIES)
    get_target_property(chartsHeaders Qt6::Charts INTERFACE_INCLUDE_DIRECTORIES)
    add_test(NAME layers COMMAND ${CMAKE_COMMAND}
        "-DsourceDir=${PROJECT_SOURCE_DIR}"
        "-DcoreHeaders=${coreHeaders};${sqlHeaders}"
        "-DchartsHeaders=${chartsHeaders}"
        -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/check_layers.cmake")
endfunction()

function(_placewright_test name library)
    cmake_parse_arguments(PARSE_ARGV 2 arg "DATA" "" "RUNS")
    add_executable(${name} ${arg_UNPARSED_ARGUMENTS})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE ${library} Qt6::Test)
    target_compile_definitions(${name} PRIVATE PLACEWRIGHT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    string(REPLACE "placewright::" "placewright_" precompiled ${library})
    placewright_precompile_as(${name} ${precompiled})
    if(arg_RUNS)
        add_dependencies(${name} ${arg_RUNS})
    endif()

    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND}
        "-Dprogram=$<TARGET_FILE:${name}>"
        "-DdefaultData=${PLACEWRIGHT_DATA}"
        "-Dsettings=${CMAKE_CURRENT_BINARY_DIR}/${name}.settings"
        -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/run_test.cmake")
    set_tests_properties(${name} PROPERTIES
        TIMEOUT 600
        SKIP_REGULAR_EXPRESSION "PLACEWRIGHT: passed, counted as skipped"
        ENVIRONMENT "LC_ALL=C.UTF-8;PLACEWRIGHT_PROGRAMS=${PROJECT_BINARY_DIR};UBSAN_OPTIONS=print_stacktrace=1;LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_FUNCTION_LIST_DIR}/lsan.supp:print_suppressions=0")
    if(arg_DATA)
        set_property(TEST ${name} APPEND PROPERTY LABELS data)
    endif()
endfunction()
