-- Take one report: client id, vote, backlog, quota, prefix cap, first in 24 hours and append are one
-- atomic step. A vote noted before the append would let a failed append swallow the client's retry
-- as a duplicate. Every command that can fail for want of memory stands behind the first write, which
-- fails alike: nothing is ever half done.
local stream, votes, quota, seen, seen_before, said, prefixes, tally = unpack(KEYS)
local key, payload, service, person, person_before = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local now, limit = tonumber(ARGV[6]), tonumber(ARGV[7])
local window, day = tonumber(ARGV[8]), tonumber(ARGV[9])
local body, prefix, discard = ARGV[10], ARGV[11], ARGV[12]
local prefix_votes, longest = tonumber(ARGV[13]), tonumber(ARGV[14])

local function ends(outcome, of)
  redis.call('HINCRBY', tally, outcome, 1)
  return {outcome, of}
end

if body ~= '' then
  local before = redis.call('GET', said)
  if before then
    if string.sub(before, 17) ~= body then return ends('conflict', key) end
    return ends('duplicate', string.sub(before, 1, 16))
  end
end
if redis.call('SISMEMBER', votes, key) == 1 then
  if body ~= '' then redis.call('SET', said, key .. body, 'EX', day) end
  return ends('duplicate', key)
end
local waiting = redis.call('XLEN', stream)
-- What weighs nothing goes first; the rest has a quarter more room.
if waiting >= longest * 1.25 or (discard ~= '' and waiting >= longest) then
  return ends('full', key)
end
if limit > 0 then
  if redis.call('SISMEMBER', quota, service) == 0 and redis.call('SCARD', quota) >= limit then
    return ends('limited', key)
  end
  redis.call('SADD', quota, service)
  redis.call('EXPIRE', quota, window)
end
if discard == '' and prefix ~= '' then
  if redis.call('HINCRBY', prefixes, prefix, 1) > prefix_votes then discard = 'prefix_cap' end
  redis.call('EXPIRE', prefixes, 2 * window)
end
local first = 1
if person ~= '' and discard == '' then
  local last = redis.call('HGET', seen, person)
  if not last then last = redis.call('HGET', seen_before, person_before) end
  if last and now - tonumber(last) < day then
    first = 0
  else
    redis.call('HSET', seen, person, now)
    redis.call('EXPIRE', seen, 2 * day)
  end
end
redis.call('SADD', votes, key)
redis.call('EXPIRE', votes, 2 * window)
redis.call('XADD', stream, '*', 'r', payload, 'f', first, 'd', discard)
if body ~= '' then redis.call('SET', said, key .. body, 'EX', day) end
if discard ~= '' then redis.call('HINCRBY', tally, 'discarded:' .. discard, 1) end
return ends('accepted', key)
