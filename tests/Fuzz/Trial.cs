using System.Diagnostics;

namespace MlMaths.Torch.Fuzz;

/// <summary>Tries an input in this process.</summary>
internal static class Trial
{
    public static Outcome Of(IFuzzedKind kind, byte[] input) => Of(kind, input, Patience.Usual);

    public static Outcome Of(IFuzzedKind kind, byte[] input, Patience patience)
    {
        TimeSpan before = Used();
        Task<Outcome> trial = Task.Run(() => Ended(kind, input));
        bool ended = patience.Wait(trial.Wait, Used).Ended;
        return (ended ? trial.Result : new(Ending.Hang, "")) with { Used = Used() - before };
    }

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;

    private static Outcome Ended(IFuzzedKind kind, byte[] input)
    {
        try
        {
            return kind.Read(input) ? new(Ending.Read, "") : new(Ending.Different, "");
        }
        catch (UserMistakeException mistake)
        {
            return ClearSentence.Judge(mistake.Message) is { } why ? new(Ending.Unclear, $"{why}: {mistake.Message}")
                : new(Ending.Refused, mistake.Message);
        }
        catch (DifferentReadingException difference)
        {
            return new(Ending.Different, difference.Message);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return new(Ending.Crash, $"{defect.GetType().Name}: {defect.Message} at {Place(defect)}");
        }
        catch (OutOfMemoryException defect)
        {
            return new(Ending.Crash, $"{defect.GetType().Name} at {Place(defect)}");
        }
    }

    /// <summary>The first method of ours on the way out.</summary>
    private static string Place(Exception defect) => new StackTrace(defect).GetFrames()
        .Select(frame => frame.GetMethod())
            .Where(method => method?.DeclaringType?.FullName?.StartsWith("MlMaths", StringComparison.Ordinal) == true)
        .Select(method => $"{method!.DeclaringType!.Name}.{method.Name}").FirstOrDefault() ?? "?";
}
