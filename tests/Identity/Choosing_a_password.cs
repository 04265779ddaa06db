using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;

namespace Helpdesk.Identity.Tests;

public sealed class Choosing_a_password
{
    static readonly Account Bruno = Account.Create("Bruno Díaz Li", "bdiaz.77@example.org", "es", [], default);

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("!!!Password!!!")]
    [InlineData("p-a-s-s-w-o-r-d")]
    [InlineData("passwordpassword")]
    [InlineData("Contraseña2026")]
    [InlineData("contrasena1234")]
    [InlineData("qwertyuiop123")]
    [InlineData("123456789012")]
    [InlineData("Administrador1")]
    [InlineData("correct-horse-battery-staple")]
    [InlineData("testpass123456")]
    [InlineData("soy-bruno-y-tu-no")]
    [InlineData("viva-el-DÍAZ-de-hoy")]
    [InlineData("mail:bdiaz.77:lunes")]
    [InlineData("la-mesa-ANDINA-abre")]
    public void F17_what_is_guessed_first_is_refused(string password) => Assert.False(IsAcceptable(password));

    [Theory]
    [InlineData("quiet-harbour-19-lamps")]
    [InlineData("tres tristes tigres")]
    [InlineData("First-1763712000-password")]
    [InlineData("739201846523")]
    [InlineData("livingroom-light")]
    public void F17_length_is_enough_without_signs_and_capitals(string password) => Assert.True(IsAcceptable(password));

    [Fact]
    public void F17_a_longer_one_than_can_be_hashed_in_reasonable_time_is_refused() =>
        Assert.False(IsAcceptable(string.Concat(Enumerable.Repeat("quiet-harbour", 10))));

    static bool IsAcceptable(string password)
    {
        var acceptable = PasswordPolicy.IsAcceptable(Bruno, password, "Soporte Andina", out var fault);
        Assert.Equal(acceptable, fault is null);
        return acceptable;
    }
}
