using System.Globalization;

namespace MlMaths.Torch.Cli;

/// <summary>Plain lines, for output that goes into a file or a pipe: one when a stage begins, then one every two seconds.</summary>
internal sealed class LineProgress(Action<string> writeLine, TimeProvider clock) : RunProgress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WorthSaying = TimeSpan.FromSeconds(1);

    public override ProgressStage Stage(string name, double steps = 1)
    {
        writeLine($"{name} …");
        return new Lines(name, steps, writeLine, clock);
    }

    public override void Say(string sentence) => writeLine(sentence);

    private sealed class Lines(string name, double steps, Action<string> writeLine, TimeProvider clock) : ProgressStage
    {
        private readonly Lock _gate = new();
        private readonly long _start = clock.GetTimestamp();
        private long _lastLine = clock.GetTimestamp();
        private double _done;
        private string _standing = "";

        public override void Advance(double done = 1)
        {
            lock (_gate)
            {
                _done = Math.Min(steps, _done + done);
                if (clock.GetElapsedTime(_lastLine) < BetweenLines)
                    return;
                _lastLine = clock.GetTimestamp();
                writeLine(string.Create(CultureInfo.InvariantCulture, $"{name} … {100 * _done / steps:F0} %{Left()}{_standing}"));
            }
        }

        /// <summary>What is left takes as long as what is done took; only worth saying while it is long.</summary>
        private string Left()
        {
            double left = _done > 0 ? clock.GetElapsedTime(_start).TotalSeconds * (steps - _done) / _done : 0;
            return left >= 1 ? string.Create(CultureInfo.InvariantCulture, $", about {left:F0} s left") : "";
        }

        public override void Tell(string standing)
        {
            lock (_gate)
                _standing = $", {standing}";
        }

        public override void Dispose()
        {
            TimeSpan took = clock.GetElapsedTime(_start);
            if (took > WorthSaying)
                writeLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {took.TotalSeconds:F1} s"));
        }
    }
}
