namespace MlMaths.Torch.Cli;

/// <summary>How a command ends, as a shell sees it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int OurDefect = 1;
    public const int UsersMistake = 2;

    /// <summary>The question was answered, and the answer is that something is not as it should be.</summary>
    public const int AnswerIsNo = 3;

    /// <summary>128 + 2, the number of the interrupt signal.</summary>
    public const int Cancelled = 130;
}
