using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Api.Preferences;

namespace Helpdesk.Ui.Api;

/// <summary>JSON as the services write and read it.</summary>
static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new KnownItems<PreferenceResponse>(), new JsonStringEnumConverter() },
    };

    /// <summary>A list without what only a newer service knows, such as a kind of mail that these pages have no words for.</summary>
    sealed class KnownItems<T> : JsonConverter<IReadOnlyList<T>>
    {
        public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var list = JsonDocument.ParseValue(ref reader);
            return [.. list.RootElement.EnumerateArray().Select(x => TryRead(x, options)).OfType<T>()];
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);

        static T? TryRead(JsonElement item, JsonSerializerOptions options)
        {
            try
            {
                return item.Deserialize<T>(options);
            }
            catch (JsonException)
            {
                return default;
            }
        }
    }
}
