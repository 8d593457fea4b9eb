select documents.*, documents.name as paper from documents where id = :id
