using System.Diagnostics;
using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>One exercise on a learner's desk: their file, what it is graded as, hints, a prediction, what comes after.</summary>
internal sealed class LearnDesk
{
    private readonly ToolContext _context;
    private readonly WorkFolder _work;
    private readonly string? _elsewhere;
    private readonly LearnPage _page;
    private Exercise _exercise;
    private Progress _progress;

    public LearnDesk(ToolContext context, WorkFolder work, Exercise exercise, string? file, bool isQuiet)
    {
        (_context, _work, _exercise, _elsewhere, _progress) = (context, work, exercise, file, Progress.In(work));
        _page = new(context, isQuiet);
    }

    private string File => _elsewhere ?? _work.PathOf(_exercise.Place);

    /// <summary>Prints the page that explains it.</summary>
    public bool Lesson()
    {
        _context.Say(ExerciseText.Lesson(_exercise));
        if (_progress[_exercise].PartsRight >= 1) _context.Say(ExerciseText.PartTwo(_exercise));
        return Figure();
    }

    /// <summary>Puts the lesson with its figure into the learner's folder, for a browser.</summary>
    public bool Figure()
    {
        _context.Say($"With its figure, for a browser: {Lessons.LessonFiles.Write(_work, _exercise)}");
        return true;
    }

    /// <summary>Grades every answer that is begun; true where all are right.</summary>
    public bool Every()
    {
        using var bench = new Bench();
        return CheckAll.Show(_context, _work, bench, _progress);
    }

    /// <summary>One hint more than last time; which one is kept.</summary>
    public bool Hint()
    {
        IReadOnlyList<string> hints = ExerciseText.Hints(_exercise);
        ExerciseProgress now = _progress[_exercise];
        int shown = Math.Min(now.HintsUsed, hints.Count - 1);
        _context.Head(FormattableString.Invariant($"hint {shown + 1} of {hints.Count}"));
        _context.Say(hints[shown]);
        Keep(now with { HintsUsed = Math.Max(now.HintsUsed, shown + 1) });
        return true;
    }

    /// <summary>Keeps a guess; what happens is told once the exercise is right.</summary>
    public bool Predict(string guess)
    {
        if (guess.Length == 0)
        {
            _context.Say(_exercise.Prediction.Question);
            if (_exercise.Prediction.Choices.Count > 0) _context.Say($"  {string.Join(" · ", _exercise.Prediction.Choices)}");
            _context.Say($"Guess first: {CommandSet.Typed("learn")} predict {_exercise.Number} \"YOUR GUESS\"");
            return true;
        }

        Keep(_progress[_exercise] with { Prediction = HarmlessGuess(guess) });
        _context.Say("Your guess is kept; what happens is told when part 1 is right.");
        return true;
    }

    /// <summary>Three right answers, for who has one.</summary>
    public bool Approaches()
    {
        if (_progress[_exercise].PartsRight == 0)
        {
            _context.Say("Other approaches are shown once your own is right; a hint may help: "
                + $"{CommandSet.Typed("learn")} hint {_exercise.Number}");
            return false;
        }

        foreach ((string name, string text) in ExerciseText.Approaches(_exercise))
        {
            _context.Head($"── {name}");
            _context.Say(Alternatives.First(text));
        }

        return true;
    }

    /// <summary>Puts the stub there again; what was there stays beside it.</summary>
    public bool Reset()
    {
        string? backup = _work.SetAside(_exercise.Place);
        _work.Begin(_exercise.Stub, _exercise.Place);
        Keep(_progress[_exercise] with { PartsRight = 0, Right = null });
        _context.Say(backup is null ? $"A new file: {File}" : $"A new file: {File}. What was there is now {backup}");
        return true;
    }

    /// <summary>Grades the file once; true where both parts are right.</summary>
    public bool CheckOnce()
    {
        using var bench = new Bench();
        if (_elsewhere is null) _work.Begin(_exercise.Stub, _exercise.Place);
        return Graded(bench, took: false);
    }

    /// <summary>Grades it at every save, until q; once, where nobody sits at a keyboard to end it. That one stops is no verdict.</summary>
    public bool Watch()
    {
        using var bench = new Bench();
        SavedFile saved = Opened();
        if (!_context.IsAttended)
        {
            Graded(bench, took: false);
            return true;
        }

        while (!_context.Cancellation.IsCancellationRequested)
        {
            switch (char.ToLowerInvariant(_context.Key() ?? ' '))
            {
                case 'q': return true;
                case 'h': Hint(); break;
                case 'p': Predict(""); break;
                case 't': _page.Task(_exercise, _progress[_exercise]); break;
                case 'l': LearnList.Show(_context, _work, _progress); break;
                case 's': Approaches(); break;
                case 'f': Figure(); break;
                case 'c': CheckAll.Show(_context, _work, bench, _progress); break;
                case 'x' when _elsewhere is null:
                    Reset();
                    saved = Opened();
                    break;
                case 'n' when _elsewhere is null:
                    _exercise = ExerciseCatalogue.After(_exercise);
                    saved = Opened();
                    break;
            }

            if (saved.IsSaved(_context.Cancellation)) Graded(bench, took: true);
            SavedFile.Pause(_context.Cancellation);
        }

        return true;
    }

    private SavedFile Opened()
    {
        bool isNew = _elsewhere is null && _work.Begin(_exercise.Stub, _exercise.Place);
        _page.Open(_exercise, _progress[_exercise], File, isNew);
        return new(File);
    }

    private bool Graded(Bench bench, bool took)
    {
        var clock = Stopwatch.StartNew();
        ExerciseProgress before = _progress[_exercise];
        string text = WorkFolder.Read(File);
        BenchReply reply = bench.Ask(
            new(BenchJobs.Exercise, _exercise.Word, text, _progress.SeedOf(_exercise)), _context.Cancellation);
        TimeSpan time = clock.Elapsed;
        ExerciseGrade? grade = reply.Grade?.Deserialize<ExerciseGrade>(BenchWire.Json);
        int right = grade is null ? before.PartsRight : grade.IsRight ? 2 : grade.Part - 1;
        string? solved = grade is { IsRight: true } && _elsewhere is null ? ExerciseProgress.HashOf(text) : before.Right;
        Keep(before with { Checks = before.Checks + 1, PartsRight = Math.Max(before.PartsRight, right), Right = solved });
        _page.Show(_exercise, _progress[_exercise], before, reply, grade, took ? time : null);
        return grade is { IsRight: true };
    }

    private void Keep(ExerciseProgress now)
    {
        _progress = _progress.With(_exercise, now);
        _progress.Keep(_work);
    }

    private static string HarmlessGuess(string guess) => guess.Length <= 200 ? guess : guess[..200];
}
