namespace Helpdesk.Browser.Browsing;

/// <summary>Goes from one thing to the next as somebody without a mouse does.</summary>
public static class Tabbing
{
    const int Most = 60;

    /// <summary>Presses Tab until what has the focus matches.</summary>
    /// <exception cref="InvalidOperationException">The focus never came there, or nobody would see where it is.</exception>
    public static async Task ToAsync(IPage page, string selector)
    {
        for (var pressed = 0; pressed < Most; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        throw new InvalidOperationException($"{selector} does not get the focus by the keyboard.");
    }

    /// <summary>What gets the focus one after the other from the top of the page, each in a word.</summary>
    public static async Task<IReadOnlyList<string>> OrderAsync(IPage page)
    {
        var order = new List<string>();
        while (order.Count < Most)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(
                "() => document.activeElement === document.body ? null : " +
                "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText).trim()") is not { } word)
                break;
            order.Add(word);
        }

        return order;
    }
}
