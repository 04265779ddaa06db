using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Helpdesk.WholeSystem.Description;

namespace Helpdesk.WholeSystem.Fuzzing;

/// <summary>
/// Makes requests that a program gone wrong, or somebody with bad intentions, might send. The same seed gives the same requests.
/// </summary>
public sealed class Fuzz(ApiDescription api, int seed)
{
    static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\ud83d\ude00 中文 ñandú", "\u202e\u200b\ufeff", "'; DROP TABLE ticket; --", "<script>alert(1)</script>",
        "{{customer.name}}", "%s%n%x", "../../etc/passwd",
        "\r\nSet-Cookie: a=b", "null", "true", "-1", "NaN", new('x', 300), new('é', 5_000), new('z', 200_000),
    ];

    static readonly string[] InPath =
    [
        "HD-000001", "HD-999999", "hd-1", "HD-99999999999999999999", "00000000-0000-0000-0000-000000000000",
        "0198c0de-7a11-7c3e-9f3a-2b6d5e8f1a42", "me", "current", "0", "-1",
        "99999999999999999999", "%00", "%2e%2e", "%F0%9F%98%80", "%FF%FE", "a%20b", "a%2Fb", "'%22%3E", new('9', 300), new('a', 2_000),
    ];

    static readonly string[] InQuery =
    [
        "", "0", "-1", "1", "100", "101", "2147483647", "2147483648", "9223372036854775808", "1e9", "abc", "Open", "New,Closed", "mine",
        "null", "true", "%00", "%FF", "a%26b%3Dc", "%27%20OR%201=1--", "*:*", "%25",
        "2026-02-30", "2026-03-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01", new('q', 1_500),
        "0198c0de-7a11-7c3e-9f3a-2b6d5e8f1a42", "2026-W53", "2026-W99",
    ];

    static readonly JsonNode?[] OfAnotherType =
        [null, true, 0, -1, 1e308, 9.5, "text", "2026-03-01", long.MaxValue, new JsonArray(), new JsonArray(1, "a", null),
            new JsonObject(), new JsonObject { ["a"] = new JsonArray(new JsonObject()) }];

    readonly Random _random = new(seed);

    public FuzzedRequest Next(Operation operation)
    {
        var headers = new List<(string, string)>();
        if (Chance(0.2))
            headers.Add(("Idempotency-Key", Pick(["short", Guid.NewGuid().ToString(), new string('k', 200), new string('k', 201),
                "ключ-ключ-ключ-ключ"])));
        if (Chance(0.2))
            headers.Add(("If-Match", Pick(["*", "\"1\"", "1", "W/\"2\"", "\"99999999999999999999\"", "\"", "\"a\", \"b\""])));
        if (Chance(0.1))
            headers.Add(("Captcha-Pass", Pick(["", "CfDJ8", "%%%", new string('A', 4_000)])));
        if (Chance(0.1))
            headers.Add(("Accept-Language", Pick(["es", "xx-YY", "*", ";q=2", new string('e', 500)])));
        return new(operation.Method, Address(operation), Body(operation),
            Chance(0.05) ? Pick(["text/plain", "application/xml", "multipart/form-data", "x", ""]) : "application/json", headers);
    }

    string Address(Operation operation)
    {
        var path = string.Join('/', operation.Path.Split('/').Select(x => x.StartsWith('{') ? Pick(InPath) : x));
        var query = operation.Parameters("query").Where(_ => Chance(0.5))
            .SelectMany(x => Enumerable.Repeat($"{x.Name}={Pick(InQuery)}", Chance(0.1) ? 3 : 1)).ToList();
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    byte[]? Body(Operation operation)
    {
        if (operation.Description["requestBody"] is null)
            return Chance(0.1) ? "{}"u8.ToArray() : null;
        var whole = api.Example(operation, _random) ?? new JsonObject();
        return _random.Next(12) switch
        {
            0 => null,
            1 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 10_000))),
            2 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 2_000)) + "1" + new string('}', 2_000)),
            3 => Broken(Encoding.UTF8.GetBytes(whole.ToJsonString())),
            4 => Encoding.UTF8.GetBytes(Pick(["", "null", "[]", "\"text\"", "0", "{", "{\"a\":1,}", "{\"a\":\"\\ud800\"}", "\ufeff{}",
                "{\"__proto__\":{}}", "not json"])),
            _ => Encoding.UTF8.GetBytes(Mutated(whole).ToJsonString()),
        };
    }

    /// <summary>Not UTF-8 any more, or cut off.</summary>
    byte[] Broken(byte[] json)
    {
        if (Chance(0.5))
            return json[.._random.Next(json.Length)];
        json[_random.Next(json.Length)] = Pick<byte>([0xff, 0xc0, 0x80, 0x00]);
        return json;
    }

    JsonNode Mutated(JsonNode whole)
    {
        if (whole is not JsonObject { Count: > 0 } body)
            return whole;
        for (var i = _random.Next(3); i >= 0; i--)
        {
            var name = body.ElementAt(_random.Next(body.Count)).Key;
            switch (_random.Next(4))
            {
                case 0:
                    body.Remove(name);
                    if (body.Count == 0)
                        return body;
                    break;
                case 1:
                    body[name] = Pick(OfAnotherType)?.DeepClone();
                    break;
                case 2:
                    body[name] = Pick(Texts);
                    break;
                default:
                    body[$"more{i.ToString(CultureInfo.InvariantCulture)}"] = Pick(Texts);
                    break;
            }
        }

        return body;
    }

    bool Chance(double probability) => _random.NextDouble() < probability;

    T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}

public sealed record FuzzedRequest(string Method, string Address, byte[]? Body, string ContentType,
    IReadOnlyList<(string Name, string Value)> Headers)
{
    public override string ToString()
    {
        var start = Body is null ? "" : Encoding.UTF8.GetString(Body[..Math.Min(300, Body.Length)]);
        return $"{Method} {Address} {start} {string.Join("; ", Headers)}";
    }
}
