using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

// The AppHost's own orchestrator with a small model: "inner" and "outer", which waits for it; with servers when they are asked for.
const string Project = "../Sample/Sample.csproj";
var builder = DistributedApplication.CreateBuilder(args);

var inner = builder.AddProject("inner", Project).WithHttpEndpoint().WithHttpHealthCheck("/health")
    .WithReplicas(builder.Configuration.GetValue("inner:Replicas", 1))
    .WithEnvironment("Fault", builder.Configuration["inner:Fault"]);
var outer = builder.AddProject("outer", Project).WithHttpEndpoint(port: builder.Configuration.GetValue<int?>("Wanted") ?? builder.Configuration.GetValue<int?>("outer:Port")).WithHttpHealthCheck("/health")
    .WithReference(inner).WaitFor(inner)
    .WithEnvironment("Fault", builder.Configuration["outer:Fault"]);

if (builder.Configuration.GetValue("Servers", false))
{
    var postgres = builder.AddPostgres("postgres").WithDataVolume();
    var (rows, others) = (postgres.AddDatabase("rows-db", "rows"), postgres.AddDatabase("others-db", "others"));
    var rabbitmq = builder.AddRabbitMQ("rabbitmq").WithDataVolume();
    var migrations = builder.AddProject("migrations", Project).WithArgs("migrate").WithReference(rows, "rows").WithReference(rabbitmq).WaitFor(rows).WithEnvironment("Fault", builder.Configuration["migrations:Fault"]);
    outer.WithReference(others, "others").WaitFor(others);
    inner.WithReference(rows, "rows").WithReference(rabbitmq).WaitForCompletion(migrations).WaitFor(rabbitmq);
}

builder.Build().Run();
