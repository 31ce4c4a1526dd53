# moonlab_wasm: the module that the page loads, web/engine/generated/moonlab.js and moonlab.wasm.
add_executable(moonlab_wasm
  engine/bindings/datasets.cpp
  engine/bindings/features.cpp
  engine/bindings/functions.cpp
  engine/bindings/javascript.cpp
  engine/bindings/network.cpp
  engine/bindings/random_state.cpp
  engine/bindings/trainer.cpp)
target_link_libraries(moonlab_wasm PRIVATE moonlab)
target_compile_options(moonlab_wasm PRIVATE -Oz)
target_link_options(moonlab_wasm PRIVATE
  -O3
  --bind
  --no-entry
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sUSE_ES6_IMPORT_META=0
  # Node is not among them: it runs the same file when it is given the module's bytes.
  -sENVIRONMENT=web,worker
  # Embind would make functions from strings, which a strict Content-Security-Policy refuses.
  -sDYNAMIC_EXECUTION=0
  -sALLOW_MEMORY_GROWTH=1
  -sFILESYSTEM=0
  # Every browser with WebAssembly's SIMD has a TextDecoder.
  -sTEXTDECODER=2
  "--js-library=${PROJECT_SOURCE_DIR}/engine/bindings/library.js"
  -sMALLOC=emmalloc
  # The only thing that the page hands in; the rest of what Emscripten could take stays out.
  -sINCOMING_MODULE_JS_API=[instantiateWasm])
set_target_properties(moonlab_wasm PROPERTIES
  OUTPUT_NAME moonlab
  LINK_DEPENDS "${PROJECT_SOURCE_DIR}/engine/bindings/library.js"
  RUNTIME_OUTPUT_DIRECTORY "${PROJECT_SOURCE_DIR}/web/engine/generated")

# Beside the script, its types are what tsc reads.
configure_file(engine/bindings/moonlab.d.ts
  "${PROJECT_SOURCE_DIR}/web/engine/generated/moonlab.d.ts" COPYONLY)

# Once through, the optimiser leaves what a second time finds: what only the link has made needless.
execute_process(COMMAND em-config BINARYEN_ROOT
  OUTPUT_VARIABLE binaryen_root OUTPUT_STRIP_TRAILING_WHITESPACE)
find_program(WASM_OPT wasm-opt HINTS "${binaryen_root}/bin" REQUIRED)
add_custom_command(TARGET moonlab_wasm POST_BUILD VERBATIM
  COMMAND "${WASM_OPT}" -O3 --converge --enable-simd --enable-exception-handling
    --enable-sign-ext --enable-nontrapping-float-to-int
    "$<TARGET_FILE_DIR:moonlab_wasm>/moonlab.wasm" -o "$<TARGET_FILE_DIR:moonlab_wasm>/moonlab.wasm")
