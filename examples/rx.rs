use std::time::Instant;
fn t(ps:&[String])->f64{ let s=Instant::now(); for p in ps { std::hint::black_box(regex::Regex::new(p).unwrap()); } s.elapsed().as_secs_f64()*1e3 }
fn main(){
    let mut v=vec![];
    for d in std::fs::read_dir("rules/en").unwrap() { let d=d.unwrap().path(); if !d.is_dir(){continue} for f in std::fs::read_dir(d).unwrap() { let p=f.unwrap().path(); if p.extension().map_or(true,|e|e!="toml"){continue} let tx=std::fs::read_to_string(&p).unwrap();
        let val: toml::Value = toml::from_str(&tx).unwrap();
        if let Some(r)=val["match"].get("regex") {
            let mut ps=vec![r["pattern"].as_str().unwrap().to_string()];
            if let Some(u)=r.get("unless"){ for x in u.as_array().unwrap(){ps.push(x.as_str().unwrap().to_string())}}
            let a=t(&ps);
            let qs:Vec<String>=ps.iter().map(|p|p.replace(r"\d","[0-9]").replace(r"\b",r"(?-u:\b)").replace(r"\s",r"[ \t\n\r\u{a0}]").replace(r"\w","[0-9A-Za-zÀ-ɏ_]").replace(r"\p{L}","[A-Za-zÀ-ɏ]").replace(r"\p{Lu}","[A-ZÀ-Þ]")).collect();
            let qs:Vec<String>=qs.into_iter().zip(&ps).map(|(q,p)| if regex::Regex::new(&q).is_ok(){q}else{println!("bad {}",&q[..40.min(q.len())]);p.clone()}).collect();
            let b=t(&qs);
            let m: Vec<_> = ps.iter().map(|p| regex::RegexBuilder::new(p)).collect(); let _=m;
            v.push((a,b,ps[0].len(),p.display().to_string()));
        }}}
    v.sort_by(|a,b|b.0.partial_cmp(&a.0).unwrap());
    for x in v.iter().take(16) { println!("{:.2}ms -> {:.2} len {} {}",x.0,x.1,x.2,x.3); }
    println!("total {:.1} -> {:.1}",v.iter().map(|x|x.0).sum::<f64>(),v.iter().map(|x|x.1).sum::<f64>());
}
