//! Reading files: the content of the project, and the organisation from elsewhere.
