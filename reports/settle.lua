-- Take stored entries out of the stream and count how many went. What frees memory comes first: at
-- the limit the count may fail, the rest must not.
local stream, tally = unpack(KEYS)
redis.call('XACK', stream, ARGV[1], unpack(ARGV, 2))
local gone = redis.call('XDEL', stream, unpack(ARGV, 2))
redis.pcall('HINCRBY', tally, 'settled', gone)
return gone
