namespace Helpdesk.Attachment.Images;

/// <summary>The file is not taken. The message is for the person who sent it.</summary>
sealed class RefusedImageException(string message, bool isOtherKind = false) : Exception(message)
{
    /// <summary>It is not a broken picture but something else altogether.</summary>
    public bool IsOtherKind { get; } = isOtherKind;

    public static RefusedImageException OtherKind() => new("This kind of file is not accepted. Please send a picture as PNG, JPEG, GIF or WebP.", true);

    public static RefusedImageException CutOff() => new("The end of this picture is missing. Perhaps it was not copied completely; please send it again.");

    public static RefusedImageException Broken(string where) => new($"This picture is damaged ({where}). Please save it anew and send it again.");
}
