using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MassTransit.Serialization;

namespace Helpdesk.Contracts.Tests;

/// <summary>The promise as it was last given: one file for each contract, with its shape and an example.</summary>
sealed record Golden(Shape Shape, JsonNode Example)
{
    public const string UpdateSetting = "HELPDESK_UPDATE_CONTRACTS";

    static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly string Folder = typeof(Golden).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(x => x.Key == "Golden").Value!;

    static Golden()
    {
        if (Environment.GetEnvironmentVariable(UpdateSetting) is { Length: > 0 })
        {
            foreach (var type in Contracts)
                Update(type);
        }
    }

    /// <summary>As on the wire: the bus's own options.</summary>
    public static JsonSerializerOptions Wire => SystemTextJsonMessageSerializer.Options;

    public static IEnumerable<Type> Contracts => typeof(TicketOpened).Assembly.GetExportedTypes();

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(x => Path.GetFileNameWithoutExtension(x)!);

    public static Golden Of(Type type) => new(Shape.Of(type), JsonSerializer.SerializeToNode(Tests.Example.Of(type), type, Wire)!);

    public static Golden? Read(string name) =>
        File.Exists(PathOf(name)) ? JsonSerializer.Deserialize<Golden>(File.ReadAllText(PathOf(name)), Layout) : null;

    // Writes what is now, unless that would break what was promised: a break is never a golden file, it is a new record.
    static void Update(Type type)
    {
        if (Read(type.Name) is not { } before || !Compatibility.Breaks(before.Shape, Shape.Of(type)).Any())
            File.WriteAllText(PathOf(type.Name), JsonSerializer.Serialize(Of(type), Layout) + "\n");
    }

    static string PathOf(string name) => Path.Combine(Folder, name + ".json");
}
