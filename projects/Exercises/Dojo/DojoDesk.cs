using System.Diagnostics;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>One broken training on a learner's desk: answers, hints, the story; whatever is done is kept at once.</summary>
internal sealed class DojoDesk
{
    private const string Keys =
        "A letter names the cause; field and value is a fix. h hint · v fields · f figure · t the case again · l list · s story · "
        + "g give up · q end";

    private readonly ToolContext _context;
    private readonly WorkFolder _work;
    private readonly DojoBout _bout;
    private readonly DojoPage _page;
    private readonly Stopwatch _clock = new();
    private DojoProgress _progress;

    public DojoDesk(ToolContext context, WorkFolder work, DojoBout bout, DojoProgress progress) =>
        (_context, _work, _bout, _progress, _page) = (context, work, bout, progress, new(context));

    /// <summary>How far the learner is.</summary>
    public CaseProgress Now => _progress[Case];

    private DojoCase Case => _bout.Case;

    /// <summary>Shows the case.</summary>
    public bool Show()
    {
        _page.Show(_bout);
        if (Now.IsOver) _page.Score(Now);
        return true;
    }

    /// <summary>Every field, with what it may be.</summary>
    public bool Fields()
    {
        _page.Fields(Case);
        return true;
    }

    /// <summary>One hint more than last time.</summary>
    public bool Hint()
    {
        int shown = TakeHint();
        _context.Head(FormattableString.Invariant($"hint {shown + 1} of {Case.Hints.Count}"));
        _context.Paragraph(Case.Hints[shown]);
        return true;
    }

    /// <summary>The place of the next hint, which counts as used.</summary>
    public int TakeHint()
    {
        int shown = Math.Min(Now.HintsUsed, Case.Hints.Count - 1);
        if (!Now.IsOver) Keep(Now with { HintsUsed = Math.Max(Now.HintsUsed, shown + 1) });
        return shown;
    }

    /// <summary>The story, for who has solved it or given up.</summary>
    public bool Story()
    {
        if (!Now.IsOver)
        {
            _context.Say("The story comes once it is solved, or given up (g).");
            return false;
        }

        _page.Story(Case);
        return true;
    }

    /// <summary>Tells what is wrong; no points.</summary>
    public bool GiveUp()
    {
        if (!Now.IsOver) Keep(Now with { HasGivenUp = true });
        _page.Score(Now);
        return Story();
    }

    /// <summary>The curves as a page for a browser.</summary>
    public bool Figure()
    {
        _context.Say($"The curves, for a browser: {DojoFigure.Write(_work, _bout)}");
        return true;
    }

    /// <summary>Judges the cause that a letter or a name stands for.</summary>
    public DojoVerdict Cause(string typed) => Kept(DojoVerdict.OfCause(_bout, Case.Choice(typed), Now));

    /// <summary>Judges a change.</summary>
    public DojoVerdict Fix(string typed) => Kept(DojoVerdict.OfFix(_bout, TypedChanges.Read(typed), Now));

    /// <summary>Says what an answer is worth, and at the end all.</summary>
    public void Say(DojoVerdict verdict, CaseProgress before)
    {
        _page.Say(_bout, verdict, before);
        if (before.IsOver || !Now.IsSolved) return;
        _context.Say();
        _page.Score(Now);
        _page.Story(Case);
    }

    /// <summary>Asks until it is solved and the learner ends.</summary>
    /// <param name="line">The next line that is typed; null where the learner stops.</param>
    public bool Ask(Func<string?> line)
    {
        Show();
        _clock.Start();
        _context.Say(Keys);
        while (line()?.Trim() is { } typed && typed is not ("q" or "quit"))
        {
            try
            {
                Answer(typed);
            }
            catch (UserMistakeException mistake)
            {
                _context.Paragraph(mistake.Message);
            }
        }

        if (!Now.IsOver && _clock.Elapsed.TotalSeconds >= 1) Keep(Now);
        return true;
    }

    private void Answer(string typed)
    {
        CaseProgress before = Now;
        switch (typed)
        {
            case "": _context.Say(Keys); break;
            case "h" or "hint": Hint(); break;
            case "v": Fields(); break;
            case "f": Figure(); break;
            case "t": Show(); break;
            case "l": DojoList.Show(_context, _progress); break;
            case "s": Story(); break;
            case "g": GiveUp(); break;
            case var answer when answer.Any(letter => letter is ' ' or '=' or '{'): Say(Fix(answer), before); break;
            default: Say(Cause(typed), before); break;
        }

        if (!before.IsOver && Now.IsOver)
            _context.Say($"The next one: {CommandSet.Typed("dojo")} {_progress.Next.Typed}");
    }

    private DojoVerdict Kept(DojoVerdict verdict)
    {
        if (verdict.Now == Now) return verdict;
        Keep(verdict.Now);
        return verdict with { Now = Now };
    }

    private void Keep(CaseProgress now)
    {
        _progress = _progress.With(Case, now with { Seconds = Math.Round(now.Seconds + _clock.Elapsed.TotalSeconds, 1) });
        if (_clock.IsRunning) _clock.Restart();
        _progress.Keep(_work);
    }
}
