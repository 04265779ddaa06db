using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Attachment.Storing;

/// <summary>Settings of the store, section <c>Storage</c>.</summary>
sealed class StorageOptions
{
    /// <summary>The directory of the files; all replicas share it.</summary>
    [Required(ErrorMessage = "Storage:Root is missing: it names the directory in which uploaded files are stored.")]
    public string Root { get; set; } = "";
}
