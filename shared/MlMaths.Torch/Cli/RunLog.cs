using Microsoft.Extensions.Logging;

namespace MlMaths.Torch.Cli;

/// <summary>What every run says in its log.</summary>
internal static partial class RunLog
{
    [LoggerMessage(LogLevel.Information, "Begins on {Device} with {Data}: {Command}")]
    public static partial void Begins(this ILogger log, string device, string data, string command);

    [LoggerMessage(LogLevel.Information, "Continued on {Device}: {Command}")]
    public static partial void Continues(this ILogger log, string device, string command);

    [LoggerMessage(LogLevel.Information, "{Sentence}")]
    public static partial void Tells(this ILogger log, string sentence);

    [LoggerMessage(LogLevel.Information, "{Stage}: {Seconds:0.0} s")]
    public static partial void StageTook(this ILogger log, string stage, double seconds);

    [LoggerMessage(LogLevel.Information, "Completed, {Count} measurements")]
    public static partial void Completed(this ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "Cancelled")]
    public static partial void Cancelled(this ILogger log);

    [LoggerMessage(LogLevel.Error, "Stopped by the machine")]
    public static partial void Stopped(this ILogger log, Exception limit);

    [LoggerMessage(LogLevel.Error, "Stopped by a defect")]
    public static partial void Failed(this ILogger log, Exception defect);
}
