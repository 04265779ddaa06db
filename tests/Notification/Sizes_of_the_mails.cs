using System.Text;

namespace Helpdesk.Notification.Tests;

public sealed class Sizes_of_the_mails
{
    /// <summary>Where a well-known mail program clips a mail, and with it the button below.</summary>
    const int Clipped = 102_000;

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task No_mail_is_so_long_that_it_is_clipped_and_the_link_lost(string language)
    {
        foreach (var mail in Every_kind_of_mail.Of(
            "Ana Pérez", "Carlos Ruiz", "El correo", "No puedo entrar", string.Concat(Enumerable.Repeat("ñandú 👩‍🔧\n", 20_000))))
        {
            var rendered = await Rendering.RenderAsync(mail, language);
            Assert.InRange(Encoding.UTF8.GetByteCount(rendered.Html), 1, Clipped);
            Assert.InRange(Encoding.UTF8.GetByteCount(rendered.Text), 1, Clipped);
        }
    }

    /// <summary>For eyes: the files lie in <c>mails</c> beside the test assembly.</summary>
    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Every_mail_is_written_to_a_file_to_look_at(string language)
    {
        var directory = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "mails")).FullName;
        // Of an earlier run there may be others.
        foreach (var old in Directory.GetFiles(directory, $"*.{language}.*"))
            File.Delete(old);
        var mails = Every_kind_of_mail.Of(
            "Ana Pérez", "Carlos Ruiz", "El correo me pide la contraseña una y otra vez", "No puedo entrar",
            "Hola, Ana.\n\nEl móvil sigue usando la contraseña antigua y bloquea la cuenta.\n\nQuítala del móvil y añádela de nuevo.")
            .ToList();
        for (var i = 0; i < mails.Count; i++)
        {
            var rendered = await Rendering.RenderAsync(mails[i], language);
            var file = Path.Combine(directory, $"{i:00}-{mails[i].Template}.{language}");
            await File.WriteAllTextAsync(file + ".html", rendered.Html, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(file + ".txt", $"{rendered.Subject}\n\n{rendered.Text}", TestContext.Current.CancellationToken);
        }

        Assert.Equal(mails.Count, Directory.GetFiles(directory, $"*.{language}.html").Length);
    }
}
