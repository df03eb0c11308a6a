-- Asks for each address of a list once, then ends: wrk itself would go on for as long as it was told to.
local requests, asked, connections = {}, 0, 0

function init(arguments)
  for path in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
  connections = tonumber(arguments[2])
end

function request()
  asked = asked + 1
  -- A connection asks again only when it was answered, so by now every address was.
  if asked > #requests + connections then
    os.exit(0)
  end
  return requests[(asked - 1) % #requests + 1]
end
