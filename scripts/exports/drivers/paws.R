# Evaluates FOLDER/N.R with a paws that writes down its arguments, as FOLDER/N.json.

text <- function(s) {
  if (is.na(s)) stop("NA")
  codes <- utf8ToInt(enc2utf8(s))
  plain <- codes >= 32 & codes < 127 & codes != 34 & codes != 92
  large <- codes > 65535
  out <- sprintf("\\u%04x", codes)
  out[plain] <- vapply(codes[plain], intToUtf8, "")
  rest <- codes[large] - 65536
  out[large] <- sprintf("\\u%04x\\u%04x", 55296 + rest %/% 1024, 56320 + rest %% 1024)
  paste0("\"", paste(out, collapse = ""), "\"")
}

json <- function(v) {
  if (is.list(v)) {
    items <- vapply(v, json, "")
    if (is.null(names(v))) return(paste0("[", paste(items, collapse = ","), "]"))
    return(paste0("{", paste0(vapply(names(v), text, ""), ":", items, collapse = ","), "}"))
  }
  stopifnot(length(v) == 1)
  if (is.logical(v)) return(if (v) "true" else "false")
  if (is.numeric(v)) return(format(v, scientific = FALSE, digits = 15))
  text(v)
}

folder <- commandArgs(trailingOnly = TRUE)[1]
for (file in list.files(folder, "[.]R$", full.names = TRUE)) {
  taken <- NULL
  client <- list(create_user_pool = function(...) {
    taken <<- list(...)
    list(UserPool = list(Id = "example"))
  })
  scope <- new.env()
  assign("::", function(package, name) {
    stopifnot(identical(as.character(substitute(package)), "paws"), identical(as.character(substitute(name)), "cognitoidentityprovider"))
    function(region) client
  }, scope)
  said <- tryCatch({
    for (expression in parse(file, encoding = "UTF-8", keep.source = FALSE)) eval(expression, scope)
    writeLines(json(taken), sub("[.]R$", ".json", file), useBytes = TRUE)
    NULL
  }, error = conditionMessage)
  if (!is.null(said)) message(basename(file), ": ", said)
}
