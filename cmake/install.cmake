# What is installed beside the programs, and the Debian package made of it (`./dev package`).
include(GNUInstallDirs)
set(docDir "${CMAKE_INSTALL_DATAROOTDIR}/doc/placewright")
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(FILES resources/placewright.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES resources/placewright-mime.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages"
        RENAME placewright.xml)
install(FILES resources/icons/placewright.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES LICENSE DESTINATION "${docDir}" RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME placewright)
set(CPACK_PACKAGE_CONTACT "The Placewright project <placewright@localhost>")
set(CPACK_PACKAGE_VENDOR "The Placewright project")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded while running, so not among the libraries that are linked.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, fonts-dejavu-core")
include(CPack)
