using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Helpdesk.ServiceDefaults.Database;

/// <summary>Names tables, columns, keys and indexes as PostgreSQL spells names without quotes: <c>opened_at</c>.</summary>
public static partial class SnakeCaseNames
{
    /// <summary>Call it in <c>ConfigureConventions</c>.</summary>
    public static void UseSnakeCaseNames(this ModelConfigurationBuilder configuration) => configuration.Conventions.Add(_ => new Convention());

    /// <summary>The name in snake case; already one stays as it is.</summary>
    public static string Of(string name) => WordStart().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordStart();

    sealed class Convention : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            {
                if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
                    entity.SetTableName(Of(table));
                foreach (var property in entity.GetDeclaredProperties())
                {
                    // xmin is a system column of PostgreSQL, not ours to name.
                    if (property.GetColumnType() != "xid")
                        property.SetColumnName(Of(property.GetColumnName()));
                }

                foreach (var key in entity.GetDeclaredKeys())
                    key.SetName(Of(key.GetName()!));
                foreach (var foreignKey in entity.GetDeclaredForeignKeys())
                    foreignKey.SetConstraintName(Of(foreignKey.GetConstraintName()!));
                foreach (var index in entity.GetDeclaredIndexes())
                    index.SetDatabaseName(Of(index.GetDatabaseName()!));
            }
        }
    }
}
