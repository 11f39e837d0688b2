using System.Globalization;
using Microsoft.Extensions.Logging;

namespace MlMaths.Torch.Runs;

/// <summary>A log of one line per entry, each with time and level, handed to whoever keeps it.</summary>
internal sealed class LineLog(Action<string> keep, TimeProvider clock) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, keep, clock);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, Action<string> keep, TimeProvider clock) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string time = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            string cause = exception is null ? "" : $"\n{HarmlessText.Lines(exception.ToString())}";
            string message = HarmlessText.Line(formatter(state, exception));
            keep($"{time} {logLevel.ToString().ToLowerInvariant(),-11} {category}: {message}{cause}");
        }
    }
}
