namespace MlMaths.Torch;

/// <summary>
/// What the user asked makes no sense. The message is one sentence (what, what it was, what it may be, what to do) that a
/// command prints as it is, without a stack trace, before it ends with exit code 2. Any other exception is our bug.
/// </summary>
public sealed class UserMistakeException : Exception
{
    /// <summary>One sentence for the user.</summary>
    public UserMistakeException(string message) : base(message) { }

    /// <summary>One sentence for the user, with the cause for the log.</summary>
    public UserMistakeException(string message, Exception cause) : base(message, cause) { }
}
