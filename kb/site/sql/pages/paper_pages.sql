select number, text_layer, length(text) as characters from pages where document = :id order by number
