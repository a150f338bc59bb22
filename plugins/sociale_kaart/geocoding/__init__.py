"""From an address to a point on the map: looked up once by `sociale-kaart geocode`, kept in a lock file."""
