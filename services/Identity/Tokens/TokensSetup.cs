namespace Helpdesk.Identity.Tokens;

static class TokensSetup
{
    /// <summary>The argument with which the host only replaces every key that signs, for when one may have been stolen.</summary>
    public const string RotateVerb = "rotate-keys";

    public static void AddTokens(this IServiceCollection services)
    {
        services.AddOptions<SigningKeyOptions>().BindConfiguration("SigningKeys").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CachedSigningKeys>();
        services.AddSingleton<AccessTokens>();
        services.AddScoped<SigningKeyRotation>();
        services.AddSingleton<SigningKeyRotationService>();
        services.AddHostedService(x => x.GetRequiredService<SigningKeyRotationService>());
    }

    public static async Task RotateKeysAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SigningKeyRotation>().ReplaceAllAsync(app.Lifetime.ApplicationStopping);
        app.Logger.LogInformation("Another key signs from now on; each host refuses older tokens as soon as it sees a new one");
    }
}
