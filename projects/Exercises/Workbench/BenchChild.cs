using System.Diagnostics;
using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>
/// The second process, in which a learner's file is compiled and run: what ends it, or never ends, does no harm to the first. It stays,
/// so that the next file meets a compiler that is warm.
/// </summary>
internal static class BenchChild
{
    private static readonly Lock Gate = new();
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);
    private static bool _hasAnswered;

    /// <summary>Whether this process was started as the child.</summary>
    public static bool IsAsked(string[] args) => args is [BenchWire.Word];

    /// <summary>Answers request after request, until the first process is gone.</summary>
    public static int Serve()
    {
        using var streams = ChildStreams.Take();
        StreamWriter wire = streams.Answers;
        using var next = new System.Collections.Concurrent.BlockingCollection<BenchRequest>();
        new Thread(() => Listen(streams.Requests, next)) { IsBackground = true, Name = "listens" }.Start();
        LearnerCompiler.Compile("class Warm { static int One() => 1; }");
        foreach (BenchRequest request in next.GetConsumingEnumerable())
        {
            lock (Gate)
                _hasAnswered = false;
            LoopMark.At(0);
            streams.TakePrinted();
            BenchReply reply = Answer(request, wire) with { Printed = streams.TakePrinted() };
            lock (Gate)
            {
                _hasAnswered = true;
                wire.WriteLine(BenchWire.Packed(reply));
            }
        }

        return 0;
    }

    private static void Listen(StreamReader requests, System.Collections.Concurrent.BlockingCollection<BenchRequest> next)
    {
        while (requests.ReadLine() is { } line)
        {
            if (BenchWire.Unpacked<BenchRequest>(line) is { } request)
                next.Add(request);
        }

        End(); // nobody is left to answer to
    }

    private static BenchReply Answer(BenchRequest request, StreamWriter wire)
    {
        (LearnerAssembly? answer, IReadOnlyList<CompileFault> faults) = LearnerCompiler.Compile(request.Text);
        if (answer is null)
            return new(BenchEnding.DoesNotCompile, string.Join('\n', faults), faults[0].Line, null, "");
        var clock = Stopwatch.StartNew();
        TimeSpan before = Spent();
        using Timer watch = new(
            _ =>
            {
                if (Spent() - before > request.Time || clock.Elapsed > BenchLimits.Wait) TimeIsUp(wire);
            },
            null, LookEvery, LookEvery);
        try
        {
            return new(BenchEnding.Graded, "", null, BenchJobs.Grade(request, answer), "");
        }
        catch (UserMistakeException mistake)
        {
            return new(BenchEnding.DoesNotCompile, mistake.Message, null, null, "");
        }
        catch (OutOfMemoryException)
        {
            return BenchReply.Stopped(BenchLimits.TooMuch, LoopMark.Line is 0 ? null : LoopMark.Line);
        }
    }

    private static TimeSpan Spent()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static void TimeIsUp(StreamWriter wire)
    {
        lock (Gate)
        {
            if (_hasAnswered) return;
            int line = LoopMark.Line;
            string where = line == 0 ? "" : FormattableString.Invariant($": the loop at line {line} does not end, or ends too late");
            wire.WriteLine(BenchWire.Packed(BenchReply.Stopped(BenchLimits.TooLong + where, line == 0 ? null : line)));
        }

        End();
    }

    private static void End()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill(); // not Exit, which would wait for what the learner's code is doing
    }
}
