using System.Collections;
using System.Runtime.CompilerServices;

namespace Helpdesk.Contracts.Tests;

/// <summary>An instance of a contract with every member filled, always the same.</summary>
static class Example
{
    static readonly DateTimeOffset Time = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static object Of(Type type)
    {
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1)!;
        var contract = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var (index, property) in Shape.Properties(type).Index())
            property.SetValue(contract, Value(property.PropertyType, property.Name, index + 1));
        return contract;
    }

    static object Value(Type type, string name, int seed)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return name switch { "Language" => "es", "Email" => "ana@example.org", "Number" => "HD-000123", _ => $"{name} ñ 中 \"<&>" };
        if (type == typeof(Guid))
            return new Guid(seed, 0, 0, new byte[8]);
        if (type == typeof(DateTimeOffset))
            return Time.AddHours(seed);
        if (type == typeof(bool))
            return true;
        if (type == typeof(TimeSpan))
            return TimeSpan.FromMinutes(90 * seed);
        if (type == typeof(int) || type == typeof(long))
            return Convert.ChangeType(seed, type, null);
        if (!type.IsGenericType)
            return Of(type);

        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GenericTypeArguments))!;
        items.Add(Value(type.GenericTypeArguments[0], name, seed));
        return items;
    }
}
