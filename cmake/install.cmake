# cmake --install: the engine as the package that find_package(moonlab) finds.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

if(NOT xtensor_VERSION)
  message(FATAL_ERROR
    "MOONLAB_INSTALL is on, and xtensor is no package: the installed engine could not name the "
    "version that it was built with. Have find_package(xtensor) find it, or -DMOONLAB_INSTALL=OFF.")
endif()

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/moonlab")
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/moonlabConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/moonlabConfig.cmake" INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a new minor version may change anything.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/moonlabConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)

install(TARGETS moonlab EXPORT moonlab INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/engine/include/" TYPE INCLUDE)
install(EXPORT moonlab NAMESPACE moonlab:: FILE moonlabTargets.cmake DESTINATION "${package_dir}")
install(FILES "${PROJECT_BINARY_DIR}/moonlabConfig.cmake"
  "${PROJECT_BINARY_DIR}/moonlabConfigVersion.cmake" DESTINATION "${package_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" TYPE DOC)
