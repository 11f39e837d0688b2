namespace MlMaths.Torch.Cli;

/// <summary>A command that may print a document for another program in place of a run.</summary>
/// <typeparam name="TOptions">The command's options, checked.</typeparam>
public interface IPrintsDocument<TOptions> : IProject<TOptions>
{
    /// <summary>Whether it may answer that something is wrong, by exit code 3.</summary>
    bool MayAnswerNo => false;

    /// <summary>The document; null where a run was asked for.</summary>
    /// <param name="options">The command's own options.</param>
    /// <param name="common">Those of every run.</param>
    /// <param name="cancellation">Ends what goes on.</param>
    PrintedDocument? Document(TOptions options, CommonOptions common, CancellationToken cancellation);
}

/// <summary>What is printed in place of a run.</summary>
/// <param name="Content">Any object of public properties, or JSON nodes.</param>
/// <param name="IsNo">Whether it answers that something is wrong, which a shell sees as exit code 3.</param>
public sealed record PrintedDocument(object Content, bool IsNo = false);
