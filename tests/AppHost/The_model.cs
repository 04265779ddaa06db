extern alias model;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.AppHost.Tests;

public sealed class The_model : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Sends_nothing_through_a_proxy_and_gives_each_part_an_address_of_its_own()
    {
        await using var app = await BuildAsync();
        var endpoints = Resources(app).SelectMany(x => x.Annotations.OfType<EndpointAnnotation>()).ToList();

        Assert.All(endpoints, x => Assert.False(x.IsProxied));
        Assert.Equal(endpoints.Count, endpoints.Select(x => x.Port).Distinct().Count());
    }

    [Fact]
    public async Task Tells_who_refers_to_a_service_of_each_of_its_replicas()
    {
        await using var app = await BuildAsync("--Captcha:Replicas=2");
        var (first, second) = (Resource(app, "captcha"), Resource(app, "captcha-2"));
        foreach (var referrer in new[] { "gateway", "portal" })
        {
            var environment = await EnvironmentAsync(app, referrer);
            Assert.Equal(AddressOf(first), environment["services__captcha__http__0"]);
            Assert.Equal(AddressOf(second), environment["services__captcha__http__1"]);
        }
    }

    [Fact]
    public async Task Gives_every_service_a_database_and_a_broker_user_of_its_own()
    {
        await using var app = await BuildAsync();
        const string suffix = "-migrations";
        var services = Resources(app).Where(x => x.Name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(x => x.Name[..^suffix.Length]).ToList();
        Assert.Contains("ticketing", services);
        foreach (var service in services)
        {
            var environment = await EnvironmentAsync(app, service);
            Assert.Contains($"Username={service};", environment[$"ConnectionStrings__{service}"], StringComparison.Ordinal);
            Assert.Single(environment.Values, x => x.Contains("Database=", StringComparison.Ordinal));
            if (environment.TryGetValue("ConnectionStrings__rabbitmq", out var told))
                Assert.StartsWith($"amqp://{service}:", told, StringComparison.Ordinal);
        }
    }

    async Task<DistributedApplication> BuildAsync(params string[] settings)
    {
        string[] all = [$"--Helpdesk:Data={_data.Path}", "--Helpdesk:UsualPort=0", "--yes", .. settings];
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<model::Projects.AppHost>(all);
        return await builder.BuildAsync();
    }

    /// <summary>What is started with the model; not what can be started by hand.</summary>
    static IEnumerable<IResource> Resources(DistributedApplication app) => app
        .Services.GetRequiredService<DistributedApplicationModel>().Resources
        .Where(x => !x.Annotations.OfType<ExplicitStartupAnnotation>().Any());

    static IResource Resource(DistributedApplication app, string name) => Resources(app).Single(x => x.Name == name);

    static string AddressOf(IResource resource) => $"http://localhost:{resource.Annotations.OfType<EndpointAnnotation>().Single().Port}";

    static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(DistributedApplication app, string name)
    {
#pragma warning disable CS0618 // The one that follows it is not public yet.
        return await ((IResourceWithEnvironment)Resource(app, name)).GetEnvironmentVariableValuesAsync(DistributedApplicationOperation.Run);
#pragma warning restore CS0618
    }
}
