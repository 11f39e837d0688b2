namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>What a learner's file may take.</summary>
internal static class BenchLimits
{
    /// <summary>Of the processor, for running and grading: a busy machine takes nothing away from it.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    /// <summary>Of the clock, for what only waits.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    /// <summary>How long the first process waits for a child that cannot tell by itself that time is up.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(120);

    /// <summary>A gigabyte: of .NET's heap, and of what the process has grown by.</summary>
    public const long Bytes = 1L << 30;

    public const string TooLong = "it ran for ten seconds and was stopped";

    public const string TooMuch = "it took more than a gigabyte of memory and was stopped";
}
