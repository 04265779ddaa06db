using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Helpdesk.WholeSystem.Description;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem.Permissions;

/// <summary>What addresses and bodies name, so that a refusal is about the caller and not about a thing that is not there.</summary>
sealed partial class RequestValues
{
    readonly Dictionary<string, string> _byPlace = [];
    readonly Dictionary<string, JsonNode> _byProperty = [];

    public static async Task<RequestValues> FindAsync(Crowd crowd)
    {
        var values = new RequestValues();
        values._byPlace["/api/tickets/{number}"] = crowd.Ticket;
        values._byPlace["/api/areas/{id}"] = crowd.Area.Id.ToString();
        values._byPlace["/api/categories/{id}"] = crowd.Area.Category.ToString();
        values._byPlace["/api/agents/{id}"] = crowd.AccountOf("assignee").ToString();
        values._byPlace["/api/accounts/{id}"] = crowd.AccountOf("victim").ToString();
        values._byPlace["/api/receipts/{id}"] = (await crowd.Admin.GetAsync($"/api/receipts?ticket={crowd.Ticket}"))
            .Expect(HttpStatusCode.OK).GetProperty("items")[0].GetProperty("id").GetString()!;
        values._byPlace["/api/deliveries/{id}"] = await FirstDeliveryAsync(crowd);
        values._byProperty["categoryId"] = crowd.Area.Category.ToString();
        values._byProperty["areaId"] = crowd.Area.Id.ToString();
        values._byProperty["areaIds"] = new JsonArray(crowd.Area.Id.ToString());
        values._byProperty["agentId"] = crowd.AccountOf("assignee").ToString();
        values._byProperty["attachments"] = new JsonArray();
        return values;
    }

    public string Address(Operation operation)
    {
        var path = operation.Path;
        foreach (var (place, value) in _byPlace)
        {
            if (path.StartsWith(place, StringComparison.Ordinal))
                path = value.Insert(0, place[..(place.IndexOf('{', StringComparison.Ordinal))]) + path[place.Length..];
        }

        path = path.Replace("{kind}", "RelatesTo", StringComparison.Ordinal);
        // Nobody's: the caller is refused before it is looked for, or it is not found.
        return Unknown().Replace(path, "0198c0de-7a11-7c3e-9f3a-2b6d5e8f1a42");
    }

    public JsonNode Fill(JsonNode body)
    {
        foreach (var (name, value) in _byProperty)
        {
            if (body is JsonObject fields && fields.ContainsKey(name))
                fields[name] = value.DeepClone();
        }

        return body;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Unknown();

    static async Task<string> FirstDeliveryAsync(Crowd crowd)
    {
        var id = "";
        await Fixtures.Eventually.HoldsAsync(async () =>
        {
            var items = (await crowd.Admin.GetAsync($"/api/deliveries?ticket={crowd.Ticket}")).Expect(HttpStatusCode.OK)
                .GetProperty("items");
            id = items.GetArrayLength() > 0 ? items[0].GetProperty("id").GetString()! : "";
            return id.Length > 0;
        });
        return id;
    }
}
