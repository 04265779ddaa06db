// Writes a migration for the context of a service:
//   dotnet build services/Ticketing && dotnet run --project tools/AddMigration -- Ticketing AddTags
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

if (args is not [var service, var migration])
{
    Console.Error.WriteLine("Usage: AddMigration SERVICE NAME, for example: AddMigration Ticketing AddTags");
    return 1;
}

var project = Path.GetFullPath(Path.Combine("services", service));
await using var db = ServiceContext.Load(project, service);

var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
// The only public way to the provider's design-time services is the dotnet-ef tool, which does not run everywhere.
#pragma warning disable EF1001
new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
await using var provider = services.BuildServiceProvider();
var scaffolder = provider.GetRequiredService<IMigrationsScaffolder>();
var scaffolded = scaffolder.ScaffoldMigration(migration, $"Helpdesk.{service}", "Migrations", "C#");
var files = scaffolder.Save(project, scaffolded, null);
OneFile.Of(files, scaffolded.MigrationId, db.GetType());
Console.WriteLine(files.MigrationFile);
return 0;
