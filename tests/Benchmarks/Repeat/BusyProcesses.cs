using System.Diagnostics;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Processes that do nothing, as fast as they can, until this is disposed or the program that started them ends.
/// </summary>
internal sealed class BusyProcesses : IDisposable
{
    public const string Word = "busy";

    private readonly Process[] _processes;

    public BusyProcesses(int count)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add(Word);
        _processes = [.. Enumerable.Range(0, count).Select(_
            => Process.Start(start) ?? throw new InvalidOperationException("No busy process."))];
    }

    /// <summary>What such a process does.</summary>
    public static void Spin()
    {
        bool open = true;
        Thread watch = new(() =>
        {
            Console.In.ReadToEnd();
            Volatile.Write(ref open, false);
        });
        watch.Start();
        while (Volatile.Read(ref open))
            Thread.SpinWait(1000);
    }

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
