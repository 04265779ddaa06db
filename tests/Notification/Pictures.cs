namespace Helpdesk.Notification.Tests;

/// <summary>Writes each mail to a file, for eyes: <c>MAIL_PICTURES=/some/directory</c>.</summary>
public sealed class Pictures
{
    [Fact]
    public async Task Of_every_mail_in_both_languages()
    {
        var directory = Environment.GetEnvironmentVariable("MAIL_PICTURES");
        Assert.SkipWhen(directory is null, "Asked for with MAIL_PICTURES.");
        foreach (var language in new[] { "es", "en" })
        {
            var mails = Every_kind_of_mail.Saying("x").ToList();
            for (var i = 0; i < mails.Count; i++)
            {
                var mail = Every_kind_of_mail.Of("Ana Pérez", "Carlos Ruiz", "El correo me pide la contraseña una y otra vez", "No puedo entrar", "Hola, Ana.\n\nAl cambiar la contraseña, el móvil sigue usando la antigua y bloquea la cuenta. ¿Puedes quitar la cuenta del móvil y volver a añadirla?\n\nDime si sigue pasando.").ElementAt(i);
                var rendered = await Rendering.RenderAsync(mail, language);
                await File.WriteAllTextAsync(Path.Combine(directory!, $"{i:00}-{mail.Template}.{language}.html"), rendered.Html, TestContext.Current.CancellationToken);
                await File.WriteAllTextAsync(Path.Combine(directory!, $"{i:00}-{mail.Template}.{language}.txt"), $"{rendered.Subject}\n\n{rendered.Text}", TestContext.Current.CancellationToken);
            }
        }
    }
}
