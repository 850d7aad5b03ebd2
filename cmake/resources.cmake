# Files compiled into the programs. Paths inside are those below resources/:
#   core  :/rulebooks/*.json  :/sample/*.json, *.pdf  :/schema/*.json  and  :/i18n/*.qm
#   ui    :/icons/*  :/help/*

set(placewright_languages "${PROJECT_SOURCE_DIR}/translations/placewright_en_GB.ts")

function(placewright_add_resources target name)
    set(patterns ${ARGN})
    list(TRANSFORM patterns PREPEND "${PROJECT_SOURCE_DIR}/resources/")
    file(GLOB files CONFIGURE_DEPENDS ${patterns})
    qt_add_resources(${target} ${name} PREFIX "/" BASE "${PROJECT_SOURCE_DIR}/resources" FILES ${files})
endfunction()

function(placewright_add_translations target)
    qt_add_translation(qmFiles ${placewright_languages})
    foreach(qmFile IN LISTS qmFiles)
        get_filename_component(name "${qmFile}" NAME)
        set_source_files_properties("${qmFile}" PROPERTIES QT_RESOURCE_ALIAS "${name}")
    endforeach()
    qt_add_resources(${target} translations PREFIX "/i18n" FILES ${qmFiles})
endfunction()

# `cmake --build --preset dev --target update_translations` reads the sources again. English needs the plurals only.
add_custom_target(update_translations
    COMMAND Qt6::lupdate -silent -pluralonly -no-obsolete -locations none
            "${PROJECT_SOURCE_DIR}/core" "${PROJECT_SOURCE_DIR}/ui" "${PROJECT_SOURCE_DIR}/app"
            -I "${PROJECT_SOURCE_DIR}" -ts ${placewright_languages}
    VERBATIM)
