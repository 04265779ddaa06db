namespace Helpdesk.AppHost.Servers;

/// <summary>The local container engine.</summary>
static class ContainerEngine
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Whether it is running and has these images, or can pull them in time.</summary>
    public static async Task<bool> HasAsync(IReadOnlyList<string> images)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return Binaries.Find("docker") is { } docker && await SucceedsAsync(docker, ["version"], limit.Token)
                && (await Task.WhenAll(images.Select(x => HasAsync(docker, x, limit.Token)))).All(x => x);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    static async Task<bool> HasAsync(string docker, string image, CancellationToken cancellationToken) =>
        await SucceedsAsync(docker, ["image", "inspect", image], cancellationToken)
        || await SucceedsAsync(docker, ["pull", "--quiet", image], cancellationToken);

    static async Task<bool> SucceedsAsync(string docker, string[] arguments, CancellationToken cancellationToken) =>
        (await Shell.RunAsync(docker, arguments, cancellationToken: cancellationToken)).ExitCode == 0;
}
