namespace MlMaths.Torch.Faults;

/// <summary>One fault at a random moment of one program, and everything that must hold afterwards.</summary>
internal sealed class FaultTrial(FaultedProgram program, FaultKind kind, WholeRun whole, string home, Random chance)
{
    private readonly List<string> _faults = [];

    /// <summary>Whether the run went on to its end after the fault.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Whether the program had ended before the moment came.</summary>
    public bool CameTooLate { get; private set; }

    /// <summary>What does not hold; empty where all does.</summary>
    public IReadOnlyList<string> Run()
    {
        using SmallDisk? disk = kind == FaultKind.FullDisk
            ? new(Path.Combine(home, "disk"), (long)(whole.Bytes * 1.1 * chance.NextDouble())) : null;
        string place = disk?.FullName ?? Directory.CreateDirectory(Path.Combine(home, "runs")).FullName;
        string? earlier = disk is null ? Earlier(place) : null, before = earlier is null ? null
            : RunComparison.Hash(earlier);

        using StartedProgram started = new(program.Executable, [.. program.Arguments, "--out", place]);
        CameTooLate = kind != FaultKind.FullDisk && started.EndsWithin(whole.Time * (1.05 * chance.NextDouble()));
        if (!CameTooLate)
            Strike(started, place, earlier);
        if (started.Ended() is not var (code, said))
            return ["it does not end"];
        Expect(CodeFits(code, said, place, earlier), $"exit code {code}: {said}");
        Expect(started.Orphans() == 0, "a child process is left");
        if (earlier is not null && kind != FaultKind.FolderGone)
            Expect(RunComparison.Hash(earlier) == before, "an earlier run was changed");
        if (kind != FaultKind.FolderGone)
            GoOn(place, earlier, disk, code);
        return _faults;
    }

    private string Earlier(string place)
    {
        string earlier = Path.Combine(place, "20200101-000000-earlier-1");
        foreach (string file in Directory.EnumerateFiles(whole.Folder, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(earlier, Path.GetRelativePath(whole.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return earlier;
    }

    private void Strike(StartedProgram started, string place, string? earlier)
    {
        switch (kind)
        {
            case FaultKind.Kill:
                started.Kill();
                break;
            case FaultKind.Interrupt:
                started.Signal("INT");
                break;
            case FaultKind.Terminate:
                started.Signal("TERM");
                break;
            case FaultKind.FolderGone:
                CameTooLate = !Folders(place, earlier).Any();
                if (!CameTooLate)
                    Delete(place);
                break;
        }
    }

    // A program that writes at the same moment may put a file back into a folder that is being deleted.
    private static void Delete(string place)
    {
        for (int again = 0; again < 5 && Directory.Exists(place); again++)
        {
            try
            {
                Directory.Delete(place, recursive: true);
            }
            catch (IOException)
            {
            }
        }
    }

    /// <summary>
    /// 0 done, 2 the machine does not allow it, 130 cancelled; 128 + the signal where it came before the program could
    /// listen.
    /// </summary>
    private bool CodeFits(int code, string said, string place, string? earlier) => kind switch
    {
        FaultKind.Kill => code is 137 or 0,
        FaultKind.Interrupt => code is 130 or 0,
        FaultKind.Terminate => code is 130 or 0 || code == 143 && !Folders(place, earlier).Any(),
        FaultKind.FullDisk => code is 0 || code == 2 && said.Length > 0 && !said.Contains('\n'),
        _ => CameTooLate && code == 0 || code == 2 && said.Length > 0 && !said.Contains('\n'),
    };

    private void GoOn(string place, string? earlier, SmallDisk? disk, int code)
    {
        disk?.Grow();
        string[] folders = [.. Folders(place, earlier)];
        Expect(folders.Length <= 1, $"{folders.Length} folders");
        foreach (string folder in folders)
        {
            string? status = RunComparison.StatusOf(folder);
            Expect(code != 0 || status == "completed", $"exit code 0, and the status is {status}");
            if (status != "completed")
            {
                Expect(code != 0, "exit code 0 without a result");
                if (!File.Exists(Path.Combine(folder, "command.json")))
                {
                    Expect(false, "the folder cannot be resumed");
                    continue;
                }

                using StartedProgram resumed = new(program.Executable, program.Resuming(folder));
                (int ExitCode, string Said)? ended = resumed.Ended();
                IsResumed = ended is (0, _);
                Expect(IsResumed, $"it does not go on: {ended}");
            }

            if (RunComparison.StatusOf(folder) == "completed")
            {
                string differences = RunComparison.Differences(whole.Folder, folder);
                Expect(differences.Length == 0,
                    $"{(IsResumed ? "resumed" : "completed")}, and not as an undisturbed run: {differences}");
                Expect(File.Exists(Path.Combine(folder, "report.html")), "completed in an unfinished folder");
            }
        }

        if (folders.Length > 0 && Directory.EnumerateDirectories(place, ".*").Any())
            Expect(false, "a hidden folder is left");
    }

    private static IEnumerable<string> Folders(string place, string? earlier) => Directory.Exists(place)
        ? Directory.EnumerateDirectories(place)
            .Where(folder => folder != earlier && !Path.GetFileName(folder).StartsWith('.'))
        : [];

    private void Expect(bool holds, string fault)
    {
        if (!holds)
            _faults.Add(fault);
    }
}
