namespace MlMaths.Torch.Runs;

/// <summary>Something happened to a run folder from outside while the run went on. The message is a sentence for the user.</summary>
internal sealed class RunFolderException(string message, bool canContinue) : IOException(message)
{
    /// <summary>Whether <c>--resume</c> can go on once that is put right.</summary>
    public bool CanContinue => canContinue;
}
