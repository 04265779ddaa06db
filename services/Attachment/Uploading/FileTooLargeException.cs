namespace Helpdesk.Attachment.Uploading;

sealed class FileTooLargeException : Exception;
